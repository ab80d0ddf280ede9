import assert from 'node:assert/strict';
import { job, press } from './harness/actions.ts';
import { clickDialogButton, dialog, dialogText } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { quickInput } from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, focusRow, row, rowMatching } from './harness/tree.ts';

mockTest('failing a human task asks once, since it stops the workflow', async (workbench, mock) => {
  await openSideBar(workbench);
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await task.waitFor();

  await clickRowButton(workbench, task, 'Fail Task');
  await quickInput(workbench).waitFor();
  await press(workbench, 'Enter');
  await dialog(workbench).waitFor();
  const text = await dialogText(workbench);
  for (const part of [
    'Fail Task “approve_equipment”?',
    'Connection: Shop (development)',
    'Task: approve_equipment of ',
    ' in equipment_request',
    'Status: IN_PROGRESS → FAILED',
    'the whole workflow fails',
  ]) {
    assert.ok(text.includes(part), `"${part}" is missing in: ${text}`);
  }
  await clickDialogButton(workbench, 'Cancel');
  await dialog(workbench).waitFor({ state: 'detached' });
  assert.deepEqual(await writes(mock), []);

  await focusRow(task);
  await job(workbench, 'fail a human task, without a reason', 3, async () => {
    await press(workbench, 'x');
    await quickInput(workbench).waitFor();
    await press(workbench, 'Enter');
    await clickDialogButton(workbench, 'Fail Task');
    await statusItem(workbench, 'approve_equipment is FAILED (confirmed)').waitFor();
  });
  await rowMatching(workbench, 'Updates', /^approve_equipment, FAILED · confirmed/).waitFor();
  assert.equal((await writes(mock)).length, 1);
});
