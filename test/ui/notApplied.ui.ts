import assert from 'node:assert/strict';
import type { TestMock } from '../support/startMock.ts';
import { tab } from './harness/editor.ts';
import { clickNotificationButton, notificationTexts, notifications } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickRowButton, row, rowMatching } from './harness/tree.ts';

mockTest('a 200 that changed nothing is not applied', async (workbench, mock) => {
  await openSideBar(workbench);
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await task.waitFor();
  // Somebody fails it, and the extension still reads what was before: the update comes too late.
  await mock.setFaults({ method: 'GET', count: 0, fault: { kind: 'stale', writes: 1 } });
  await failElsewhere(mock);

  await clickRowButton(workbench, task, 'Complete Task');
  await notifications(workbench).first().waitFor();
  const [text] = await notificationTexts(workbench);
  assert.match(text ?? '', /approve_equipment was not applied: expected COMPLETED, found FAILED/);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · not applied/).waitFor();
  // Theirs and ours, and no second try of ours.
  assert.equal((await writes(mock)).length, 2);

  await clickNotificationButton(workbench, 'Compare');
  await tab(workbench, 'approve_equipment').waitFor();
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
