import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { press, type } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { activeEditor, clickEditorAction, squiggles, tab } from './harness/editor.ts';
import { keptTexts } from './harness/keptTexts.ts';
import { clickDialogButton, dialog, dialogText } from './harness/messages.ts';
import { choice, quickInput, reloadWindow, runCommand } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { clickTitleAction } from './harness/sideBar.ts';
import { clickRow, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

const title = 'All waiting tasks';

uiTest('many tasks are changed as one text, with many cursors', async (workbench) => {
  const { page } = workbench;
  await startDemo(workbench);
  await clickTitleAction(workbench, 'Waiting', 'Edit Waiting Tasks as Text');
  await tab(workbench, title).waitFor();
  await lens(workbench, 'No Changes Yet').waitFor();
  await screenshot(workbench, 'list', { x: 343, y: 36, width: 837, height: 460 });

  await word(workbench, 'IN_PROGRESS').dblclick();
  await press(workbench, 'ControlOrMeta+Shift+l');
  await type(workbench, 'complete');
  await press(workbench, 'Escape');
  await press(workbench, 'Escape');
  await lens(workbench, /Review and Send \d+ Changes/).waitFor();
  const asked = await lens(workbench, /Review and Send/).textContent();

  await line(workbench, 'underwriter_review').click();
  await press(workbench, 'End');
  await page.keyboard.insertText(' {"approved": tru}');
  await squiggles(workbench, 'error').first().waitFor();
  await lens(workbench, '1 Line Cannot Be Sent').waitFor();
  await screenshot(workbench, 'list-problem');

  // Not saved: what was typed is there after a reload.
  await reloadWindow(workbench);
  await line(workbench, '{"approved": tru}').waitFor();
  await lens(workbench, '1 Line Cannot Be Sent').waitFor();

  await line(workbench, '{"approved": tru}').click();
  await press(workbench, 'End');
  await press(workbench, 'ArrowLeft');
  await page.keyboard.insertText('e');
  await line(workbench, '{"approved": true}').waitFor();
  await squiggles(workbench, 'error').first().waitFor({ state: 'detached' });
  await lens(workbench, 'Cannot Be Sent').waitFor({ state: 'detached' });
  assert.equal(await lens(workbench, /Review and Send/).textContent(), asked);
});

uiTest('a list that was closed goes on where it was left', async (workbench) => {
  await startDemo(workbench);
  await clickRow(workbench, row(workbench, 'Workflows', 'order_fulfilment'));
  await press(workbench, 'F1');
  await type(workbench, 'Edit Tasks as Text');
  await press(workbench, 'Enter');
  await choice(workbench, 'All Waiting Tasks').waitFor();
  await screenshot(workbench, 'list-pick');
  await press(workbench, 'Enter');
  await tab(workbench, title).waitFor();
  await word(workbench, 'IN_PROGRESS').dblclick();
  await type(workbench, 'fail');
  await press(workbench, 'Escape');
  await lens(workbench, 'Review and Send 1 Change').waitFor();
  await press(workbench, 'ControlOrMeta+s');
  await tab(workbench, title).locator('.dirty').waitFor({ state: 'detached' });
  await press(workbench, 'ControlOrMeta+F4');

  await press(workbench, 'F1');
  await type(workbench, 'Edit Tasks as Text');
  await press(workbench, 'Enter');
  await choice(workbench, title).waitFor();
  assert.match((await quickInput(workbench).textContent()) ?? '', /1 change/);
  await choice(workbench, title).click();
  await lens(workbench, 'Review and Send 1 Change').waitFor();

  await clickEditorAction(workbench, 'Discard Task List');
  await dialog(workbench).waitFor();
  assert.match(
    await dialogText(workbench),
    /Discard this list\?.*What you wrote in 1 line will be lost/s,
  );
  await screenshot(workbench, 'list-discard');
  await press(workbench, 'Escape');
  await dialog(workbench).waitFor({ state: 'detached' });
  await lens(workbench, 'Review and Send 1 Change').waitFor();
  await runCommand(workbench, 'Workflow Tasks: Discard Task List');
  await clickDialogButton(workbench, 'Discard List');
  await tab(workbench, title).waitFor({ state: 'detached' });
  await runCommand(workbench, 'Workflow Tasks: Edit Tasks as Text…');
  await choice(workbench, 'All Waiting Tasks').waitFor();
  assert.equal(await choice(workbench, title).count(), 0);
  assert.deepEqual(keptTexts(workbench, 'taskTexts'), []);
});

/** A line of the text in front, by what it holds. */
function line(workbench: Workbench, text: string): Locator {
  return activeEditor(workbench).locator('.view-line', { hasText: text }).first();
}

/** A word of the text in front; the first one. */
function word(workbench: Workbench, text: string): Locator {
  return activeEditor(workbench)
    .locator('.view-line span')
    .getByText(text, { exact: true })
    .first();
}

function lens(workbench: Workbench, text: RegExp | string): Locator {
  return activeEditor(workbench).locator('.codelens-decoration', { hasText: text }).first();
}
