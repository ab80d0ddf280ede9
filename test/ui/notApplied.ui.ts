import assert from 'node:assert/strict';
import type { TestMock } from '../support/startMock.ts';
import { tab } from './harness/editor.ts';
import { clickNotificationButton, notificationTexts, notifications } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { chooseFromMenu, clickRowButton, row, rowMatching } from './harness/tree.ts';

mockTest('a 200 that changed nothing is not applied', async (workbench, mock) => {
  await openSideBar(workbench);
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await task.waitFor();
  await chooseFromMenu(workbench, task, 'Show Task');
  await tab(workbench, 'approve_equipment').waitFor();
  // Somebody fails it between the look before sending, which sees what was, and the update.
  await failElsewhere(mock);
  const fault = { kind: 'stale', writes: 1 } as const;
  await mock.setFaults({ method: 'GET', path: '/tasks/', count: 1, fault });

  await clickRowButton(workbench, task, 'Complete Task');
  await notifications(workbench).first().waitFor();
  const [text] = await notificationTexts(workbench);
  assert.match(text ?? '', /approve_equipment was not applied: expected COMPLETED, found FAILED/);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · not applied/).waitFor();
  // Theirs and ours, and no second try of ours.
  assert.equal((await writes(mock)).length, 2);

  await clickNotificationButton(workbench, 'Compare');
  await workbench.page.locator('.editor-group-container.active .monaco-diff-editor').waitFor();
});

async function failElsewhere({ conductorUrl }: TestMock): Promise<void> {
  const found = await fetch(`${conductorUrl}/workflow/search?query=workflowType=equipment_request`);
  const { results } = (await found.json()) as { results: { workflowId: string; status: string }[] };
  const running = results.find(({ status }) => status === 'RUNNING');
  const path = `${running?.workflowId}/approve_equipment/FAILED`;
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${conductorUrl}/tasks/${path}`, {
    method: 'POST',
    headers,
    body: '{}',
  });
  assert.equal(answer.status, 200);
}
