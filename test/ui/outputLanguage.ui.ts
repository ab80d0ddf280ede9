import assert from 'node:assert/strict';
import { click, press, type } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import {
  activeEditor,
  clickLens,
  editorText,
  setEditorText,
  squiggles,
  tab,
} from './harness/editor.ts';
import { choice } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { toggleView } from './harness/sideBar.ts';
import { problems, statusItem } from './harness/statusBar.ts';
import { accept, explain, suggest, suggested } from './harness/suggest.ts';
import { clickRowButton, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

const task = 'underwriter_review';

uiTest('an output document knows its task', async (workbench) => {
  await openReview(workbench);
  // Two keys that later tasks read are missing from the start; one of them the schema requires.
  await problems(workbench, { errors: 0, warnings: 3 });

  await suggest(workbench);
  await screenshot(workbench, 'language-keys');
  const [first = '', second = '', third = ''] = await suggested(workbench);
  assert.match(first, /^decision.*read by/);
  assert.match(second, /^rate.*read by/);
  assert.match(third, /^comment.*promised by the task definition/);
  await accept(workbench, 'decision');
  await screenshot(workbench, 'language-values');
  await accept(workbench, '"approve"');
  assert.equal((await editorText(workbench)).trim(), '{"decision": "approve"}');
  await problems(workbench, { errors: 0, warnings: 1 });

  await type(workbench, ' "');
  await accept(workbench, 'rate');
  await press(workbench, 'Escape');
  await type(workbench, '4.2');
  assert.equal((await editorText(workbench)).trim(), '{"decision": "approve", "rate": 4.2}');
  await problems(workbench, { errors: 0, warnings: 0 });

  await explain(workbench, '"decision"', /Read by.*decision_route/s);
  await screenshot(workbench, 'language-hover');
});

uiTest('what is wrong with an output is marked once, and can be mended', async (workbench) => {
  await openReview(workbench);
  await setEditorText(workbench, '{\n  "decision": ,\n  "rate": 4.2\n}');
  await squiggles(workbench, 'error').first().waitFor();
  await problems(workbench, { errors: 1, warnings: 0 });
  await screenshot(workbench, 'language-broken');

  await setEditorText(workbench, '{ "comment": "fine" }');
  await problems(workbench, { errors: 0, warnings: 3 });
  await press(workbench, 'ControlOrMeta+Home');
  await press(workbench, 'ControlOrMeta+.');
  const fix = workbench.page.locator('.action-widget .action', {
    hasText: 'Add missing keys that later tasks read',
  });
  await fix.first().waitFor();
  await screenshot(workbench, 'language-fix');
  await press(workbench, 'Enter');
  await activeEditor(workbench).locator('.view-line', { hasText: '"rate"' }).waitFor();
  await screenshot(workbench, 'language-fixed');
  const text = await editorText(workbench);
  assert.match(text, /^\{ "comment": "fine",\n {2}"decision": .+,\n {2}"rate": .+\n\}/);
});

uiTest('an output is compared, switched and sent from elsewhere', async (workbench) => {
  await openReview(workbench);
  await setEditorText(workbench, '{ "decision": "approve", "rate": 4.2 }');
  await clickLens(workbench, 'merged');
  await clickLens(workbench, 'replaced');
  await clickLens(workbench, 'Compare');
  await tab(workbench, 'held by the engine ↔ after this output').waitFor();
  await screenshot(workbench, 'language-compare');
  await click(workbench, tab(workbench, `${task}.output`));

  await clickLens(workbench, 'Save Progress');
  await statusItem(workbench, /underwriter_review .*confirmed/).waitFor();
  await activeEditor(workbench).locator('.view-line', { hasText: '"rate": 4.2' }).waitFor();
  await screenshot(workbench, 'language-saved');

  await setEditorText(workbench, '{ "decision": "reject" }');
  await press(workbench, 'ControlOrMeta+s');
  await clickRowButton(workbench, row(workbench, 'Waiting', task), 'Complete Task');
  await choice(workbench, 'Complete Task').waitFor();
  await press(workbench, 'Enter');
  await tab(workbench, `${task}.output`).waitFor({ state: 'detached' });
});

/** The waiting review of the demo's loan, with its output open. */
async function openReview(workbench: Workbench): Promise<void> {
  await startDemo(workbench);
  await toggleView(workbench, 'Updates');
  await toggleView(workbench, 'Workflows');
  await clickRowButton(workbench, row(workbench, 'Waiting', task), 'Edit Output');
  await tab(workbench, `${task}.output`).waitFor();
  await squiggles(workbench, 'warning').first().waitFor();
}
