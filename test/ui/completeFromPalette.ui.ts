import assert from 'node:assert/strict';
import { job, press } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { connectionTo, mockTest, writes } from './harness/mockTest.ts';
import { clickNotificationButton, notificationTexts, notifications } from './harness/messages.ts';
import { pickByTyping, runCommand, waitForStep } from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import { tab } from './harness/editor.ts';

uiTest('a task is completed from the palette', async (workbench) => {
  await startDemo(workbench);
  await hideSideBar(workbench);

  await job(workbench, 'complete a waiting task from the palette', 7, async () => {
    await runCommand(workbench, 'Workflow Tasks: Update Task…');
    await pickByTyping(workbench, 'Demo: Conductor');
    await pickByTyping(workbench, 'Waiting tasks');
    await pickByTyping(workbench, 'approve_equipment');
    await pickByTyping(workbench, 'COMPLETED');
    await waitForStep(workbench, 'Update approve_equipment (2/2)');
    await press(workbench, 'Enter');
    await notifications(workbench).first().waitFor();
  });
  assert.deepEqual(await notificationTexts(workbench), [
    'approve_equipment is COMPLETED (confirmed).',
  ]);
  await clickNotificationButton(workbench, 'Compare');
  await tab(workbench, 'approve_equipment').waitFor();
  await openSideBar(workbench);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
});

mockTest(
  'pickers lead from the connection to the task',
  async (workbench, mock) => {
    await job(workbench, 'complete a task from the palette, picker by picker', 8, async () => {
      await runCommand(workbench, 'Workflow Tasks: Update Task…');
      await pickByTyping(workbench, 'Shop');
      await pickByTyping(workbench, 'order_fulfilment');
      await pickByTyping(workbench, 'A-1052');
      await pickByTyping(workbench, 'pack_check');
      await pickByTyping(workbench, 'COMPLETED');
      await waitForStep(workbench, 'Update pack_check (2/2)');
      await press(workbench, 'Enter');
      await notifications(workbench).first().waitFor();
    });
    assert.equal((await writes(mock)).length, 1);
  },
  (mock) => [connectionTo(mock), connectionTo(mock, { id: 'outlet', name: 'Outlet' })],
);
