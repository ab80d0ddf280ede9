import assert from 'node:assert/strict';
import { job, press } from './harness/actions.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { mockTest } from './harness/mockTest.ts';
import { fillInput, pick, waitForStep } from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { dialog } from './harness/messages.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, focusRow, row } from './harness/tree.ts';

mockTest('a task is completed with an output that was edited', async (workbench, mock) => {
  await openSideBar(workbench);
  const equipment = row(workbench, 'Waiting', 'approve_equipment');
  await equipment.waitFor();

  await job(workbench, 'complete with an edited output, in the document', 3, async () => {
    await clickRowButton(workbench, equipment, 'Edit Output');
    await tab(workbench, 'approve_equipment').waitFor();
    await setEditorText(workbench, '{ "approved": true, "laptop": "13 inch" }');
    await clickEditorAction(workbench, 'Complete Task with This Output');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  });
  await tab(workbench, 'approve_equipment').waitFor({ state: 'detached' });
  assert.equal(await dialog(workbench).count(), 0);
  // Rows move up when it leaves: what the keyboard stands on must not change after that.
  await equipment.waitFor({ state: 'detached' });

  const page = row(workbench, 'Waiting', 'review_page__3');
  await focusRow(page);
  await job(workbench, 'complete with an edited output, in the box', 3, async () => {
    await press(workbench, 'u');
    await pick(workbench, 'COMPLETED');
    await waitForStep(workbench, 'Update review_page__3 (2/2)');
    await fillInput(workbench, '{ "ok": true }');
    await press(workbench, 'Enter');
    await statusItem(workbench, 'review_page__3 is COMPLETED (confirmed)').waitFor();
  });
  const sent = (await mock.requests()).filter(({ method }) => method === 'POST');
  // Iterations of a loop go by task id, with the output in an envelope.
  assert.deepEqual(
    sent.map(({ body }) => JSON.parse(body)).map((body) => body.outputData ?? body),
    [{ approved: true, laptop: '13 inch' }, { ok: true }],
  );
});
