import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { clickEditorAction, editorText, setEditorText, squiggles, tab } from './harness/editor.ts';
import { dialog } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { reloadWindow } from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRow, clickRowButton, row, rowMatching } from './harness/tree.ts';

const title = 'approve_equipment';

mockTest('an output is written in a document', async (workbench, mock) => {
  const draft = rowMatching(workbench, 'Updates', /^draft of approve_equipment/);
  await openSideBar(workbench);
  await clickRowButton(workbench, row(workbench, 'Waiting', title), 'Edit Output');
  await tab(workbench, title).waitFor();
  assert.equal((await editorText(workbench)).trim(), '{}');

  await setEditorText(workbench, '{ "approved": tru }');
  await squiggles(workbench, 'error').first().waitFor();
  await setEditorText(workbench, '["approved"]');
  await squiggles(workbench, 'error').first().waitFor();
  await setEditorText(workbench, '{\n  // yes\n  "approved": true,\n}');
  await squiggles(workbench, 'error').first().waitFor({ state: 'detached' });

  assert.equal(await draft.count(), 0);
  await press(workbench, 'ControlOrMeta+s');
  await draft.waitFor();
  assert.deepEqual(await writes(mock), []);

  await reloadWindow(workbench);
  await tab(workbench, title).waitFor();
  await draft.waitFor();
  await clickRow(workbench, draft);
  await workbench.page.locator('.view-line', { hasText: '// yes' }).waitFor();
  assert.match(await editorText(workbench), /\/\/ yes/);

  await clickEditorAction(workbench, 'Complete Task with This Output');
  await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  await tab(workbench, title).waitFor({ state: 'detached' });
  assert.equal(await dialog(workbench).count(), 0);
  await draft.waitFor({ state: 'detached' });
  const [sent] = (await mock.requests()).filter(({ method }) => method === 'POST');
  assert.deepEqual(JSON.parse(sent?.body ?? ''), { approved: true });
});
