import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { activeEditor } from './harness/editor.ts';
import { clickNotificationButton, notifications } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { choice, waitForStep } from './harness/quickInput.ts';
import { openSideBar, toggleView } from './harness/sideBar.ts';
import { clickRow, row, toggleRow } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const names = ['approve_equipment', 'cooling_off'] as const;

mockTest('results are not those that a crash has left open', async (workbench, mock) => {
  await openSideBar(workbench);
  await toggleView(workbench, 'Workflows');
  const fault = { kind: 'status', status: 400, body: '{"message":"The disk is full"}' } as const;
  await mock.setFaults({ method: 'POST', path: '^/api/tasks', count: 2, fault });
  await completeBoth(workbench);
  await resultLine(workbench, '2  not applied').waitFor();
  await workbench.killExtensionHost();
  await row(workbench, 'Waiting', names[0]).waitFor();

  await completeBoth(workbench);
  await notifications(workbench).filter({ hasText: '2 confirmed' }).waitFor();
  await clickNotificationButton(workbench, 'Show Results');
  await resultLine(workbench, '2  confirmed').waitFor();
  assert.equal((await writes(mock)).length, 4);
});

async function completeBoth(workbench: Workbench): Promise<void> {
  await clickRow(workbench, row(workbench, 'Waiting', names[0]));
  await toggleRow(workbench, row(workbench, 'Waiting', names[1]));
  await press(workbench, 'c');
  await waitForStep(workbench, 'Complete 2 tasks');
  await choice(workbench, names[1]).waitFor();
  await press(workbench, 'Enter');
}

function resultLine(workbench: Workbench, text: string) {
  return activeEditor(workbench).locator('.view-line', { hasText: text }).first();
}
