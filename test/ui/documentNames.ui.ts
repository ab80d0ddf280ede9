import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/until.ts';
import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { editorText, setEditorText, tab } from './harness/editor.ts';
import { reloadWindow } from './harness/quickInput.ts';
import { makeRoomForWaiting, view } from './harness/sideBar.ts';
import { clickRowButton, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

const name = 'Engineer approves the anomaly';

uiTest('documents of tasks with one name stay apart, also after a reload', async (workbench) => {
  await startDemo(workbench);
  await makeRoomForWaiting(workbench);
  await row(workbench, 'Waiting', name).waitFor();
  const waiting = view(workbench, 'Waiting')
    .getByRole('treeitem')
    .filter({ has: workbench.page.locator('.label-name').getByText(name, { exact: true }) });
  assert.equal(await waiting.count(), 2);
  const tabs = tab(workbench, `${name}.output.jsonc`);

  for (const index of [0, 1, 0]) {
    await clickRowButton(workbench, waiting.nth(index), 'Edit Output');
    await tabs.nth(index).waitFor();
  }
  assert.equal(await tabs.count(), 2);
  for (const index of [0, 1]) {
    await tabs.nth(index).click();
    await workbench.page.locator('.view-line', { hasText: '"callId"' }).waitFor();
    await setEditorText(workbench, `{ "verdict": ${index} }`);
    await workbench.page.locator('.view-line', { hasText: `"verdict": ${index}` }).waitFor();
    await press(workbench, 'ControlOrMeta+s');
    await until('the draft', async () => draftCount(workbench) > index || undefined);
  }

  await reloadWindow(workbench);
  await tabs.nth(1).waitFor();
  for (const index of [0, 1]) {
    await tabs.nth(index).click();
    await workbench.page.locator('.view-line', { hasText: `"verdict": ${index}` }).waitFor();
    assert.equal((await editorText(workbench)).trim(), `{ "verdict": ${index} }`);
  }
});

/** VS Code takes the mark of a change off its tab when saving begins, not when it is done. */
function draftCount({ userDataDir }: Workbench): number {
  const folder = join(userDataDir, 'User/globalStorage/workflow-tasks.workflow-tasks/drafts');
  return existsSync(folder) ? readdirSync(folder).length : 0;
}
