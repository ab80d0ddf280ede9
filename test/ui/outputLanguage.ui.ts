import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { activeEditor, editorText, setEditorText, squiggles, tab } from './harness/editor.ts';
import { screenshot } from './harness/screenshot.ts';
import { toggleView } from './harness/sideBar.ts';
import { explain, suggest, suggested } from './harness/suggest.ts';
import { clickRowButton, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

uiTest('an output document knows its task', async (workbench) => {
  await startDemo(workbench);
  await toggleView(workbench, 'Updates');
  await toggleView(workbench, 'Workflows');
  await clickRowButton(workbench, row(workbench, 'Waiting', 'underwriter_review'), 'Edit Output');
  await tab(workbench, 'underwriter_review').waitFor();
  await activeEditor(workbench).locator('.codelens-decoration a').first().waitFor();
  await workbench.page.mouse.move(5, 5);
  await screenshot(workbench, 'language-opened');

  await setEditorText(workbench, '{}');
  await press(workbench, 'ArrowLeft');
  await suggest(workbench);
  await screenshot(workbench, 'language-keys');
  console.log(await suggested(workbench));
  await press(workbench, 'Enter');
  await screenshot(workbench, 'language-values');
  console.log(await editorText(workbench));
  await press(workbench, 'Escape');
  await setEditorText(workbench, '{ "decision": , "rate": 4 }');
  await squiggles(workbench, 'error').first().waitFor();
  await screenshot(workbench, 'language-broken');
  await setEditorText(workbench, '{ "decision": "approve", "comment": 1 }');
  const hover = await explain(workbench, '"decision"');
  console.log(await hover.textContent());
  await screenshot(workbench, 'language-hover');
});
