import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { clickEditorAction, editorText, setEditorText, tab } from './harness/editor.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { escape, pick, quickInput, runCommand, waitForStep } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, row, rowMatching } from './harness/tree.ts';

const name = 'approve_equipment';

mockTest('an update is reviewed before it is sent', async (workbench, mock) => {
  const { page } = workbench;
  const comparison = page.locator('.editor-group-container.active .monaco-diff-editor');
  await openSideBar(workbench);
  await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
  await tab(workbench, name).waitFor();
  await setEditorText(workbench, '{\n  // yes\n  "approved": true\n}\n');

  await clickEditorAction(workbench, 'Review Update');
  await waitForStep(workbench, `Complete Task “${name}”?`);
  await comparison.waitFor();
  await screenshot(workbench, 'review');

  await pick(workbench, 'Show the Request');
  await tab(workbench, `${name}.http`).waitFor();
  await quickInput(workbench).getByText('Show Before and After').waitFor();
  await page.locator('.view-line', { hasText: 'POST http' }).waitFor();
  await screenshot(workbench, 'review-request');
  assert.match(await editorText(workbench), /"approved": true/);

  await escape(workbench);
  await tab(workbench, `${name}.http`).waitFor({ state: 'detached' });
  await page.locator('.view-line', { hasText: '// yes' }).waitFor();
  assert.deepEqual(await writes(mock), []);

  await runCommand(workbench, 'Workflow Tasks: Review Update…');
  await waitForStep(workbench, `Complete Task “${name}”?`);
  await comparison.waitFor();
  await press(workbench, 'Enter');
  await statusItem(workbench, `${name} is COMPLETED (confirmed)`).waitFor();
  await tab(workbench, name).waitFor({ state: 'detached' });
  assert.equal((await writes(mock)).length, 1);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
});

mockTest('a review is agreed to from its comparison', async (workbench, mock) => {
  const { page } = workbench;
  await openSideBar(workbench);
  await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
  await tab(workbench, name).waitFor();
  await setEditorText(workbench, '{ "approved": true }');
  await clickEditorAction(workbench, 'Review Update');
  await waitForStep(workbench, `Complete Task “${name}”?`);
  const comparison = page.locator('.editor-group-container.active .monaco-diff-editor');
  await comparison.locator('.editor.modified .view-line').last().click();

  await press(workbench, 'ControlOrMeta+Enter');
  await statusItem(workbench, `${name} is COMPLETED (confirmed)`).waitFor();
  await quickInput(workbench).waitFor({ state: 'hidden' });
  assert.equal((await writes(mock)).length, 1);
});
