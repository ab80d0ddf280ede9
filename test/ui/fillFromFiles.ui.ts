import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { job, press, type } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { activeEditor, tab } from './harness/editor.ts';
import { keptTexts } from './harness/keptTexts.ts';
import { clickDialogButton, dialog, dialogText } from './harness/messages.ts';
import {
  choice,
  choices,
  inputValue,
  pick,
  pickByTyping,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { makeRoomForWaiting, toggleView } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

const refund = 'Refund of 480 € for order 88213';
const request = 'approve_equipment';
const recipes = [
  {
    name: 'Refunded',
    engine: 'xpander',
    status: 'completed',
    output: 'Refunded ${input:Amount:480} €\n{ no JSON } — ${pick:How:by card|by voucher}',
  },
];

uiTest(
  'a text is filled by a recipe and a selection, an object by a file',
  async (workbench) => {
    writeFileSync(join(workbench.workspace, 'answer.json'), '{ "approved": true, "seats": 12 }\n');
    writeFileSync(join(workbench.workspace, 'notes.md'), 'Refunded in full: "480 €"\nBy voucher');
    await startDemo(workbench);
    await makeRoomForWaiting(workbench);

    await clickRowButton(workbench, row(workbench, 'Waiting', refund), 'Edit Output');
    await tab(workbench, refund).waitFor();
    await runCommand(workbench, 'Workflow Tasks: Use Recipe…');
    await choice(workbench, 'Refunded').waitFor();
    assert.equal((await choices(workbench))[0], 'Refunded');
    await screenshot(workbench, 'fill-recipes');
    await pick(workbench, 'Refunded');
    await waitForStep(workbench, 'Refunded (1/2)');
    assert.equal(await inputValue(workbench), '480');
    await press(workbench, 'Enter');
    await pick(workbench, 'by voucher');
    await line(workbench, 'Refunded 480 €').waitFor();
    await line(workbench, '{ no JSON } — by voucher').waitFor();
    const lens = activeEditor(workbench).locator('.codelens-decoration a', {
      hasText: 'Send as completed',
    });
    await lens.waitFor();

    await clickRowButton(workbench, row(workbench, 'Waiting', request), 'Edit Output');
    await tab(workbench, request).waitFor();
    await job(workbench, 'fill the output from a file', 3, async () => {
      await runCommand(workbench, 'Workflow Tasks: Fill Output from File…');
      await waitForStep(workbench, 'Fill Output from File');
      await choice(workbench, 'answer.json').waitFor();
      await screenshot(workbench, 'fill-file');
      await pick(workbench, 'answer.json');
      await line(workbench, '"seats": 12').waitFor();
    });

    await openFile(workbench, 'notes.md');
    await line(workbench, 'Refunded in full').click();
    await press(workbench, 'ControlOrMeta+Home');
    await press(workbench, 'Shift+End');
    await workbench.page.locator('.statusbar-item', { hasText: '25 selected' }).waitFor();
    await runCommand(workbench, 'Workflow Tasks: Use as Task Output…');
    await choice(workbench, refund).waitFor();
    await screenshot(workbench, 'fill-selection');
    await pick(workbench, refund);
    await line(workbench, 'Refunded in full: "480 €"').waitFor();
    await line(workbench, 'By voucher').waitFor({ state: 'detached' });
    await lens.click();
    await waitForStep(workbench, `Update ${refund}`);
    await pickByTyping(workbench, 'completed');
    await statusItem(workbench, `${refund} is completed (confirmed)`).waitFor();

    await toggleView(workbench, 'Updates');
    await toggleView(workbench, 'Waiting');
    await clickRowButton(workbench, row(workbench, 'Updates', request), 'Discard Draft');
    await dialog(workbench).waitFor();
    assert.match(await dialogText(workbench), /Discard the draft of “approve_equipment”\?/);
    await screenshot(workbench, 'fill-discard');
    await clickDialogButton(workbench, 'Discard Draft');
    await row(workbench, 'Updates', 'Drafts').waitFor({ state: 'detached' });
    assert.deepEqual(keptTexts(workbench, 'drafts'), []);
    await tab(workbench, request).click();
    await line(workbench, '"seats": 12').waitFor({ state: 'detached' });
    await screenshot(workbench, 'fill-discarded');
  },
  { settings: { 'workflowTasks.recipes': recipes } },
);

function line(workbench: Workbench, text: string) {
  return activeEditor(workbench).locator('.view-line', { hasText: text }).first();
}

async function openFile(workbench: Workbench, name: string): Promise<void> {
  await press(workbench, 'ControlOrMeta+p');
  await quickInput(workbench).waitFor();
  await type(workbench, name);
  await quickInput(workbench).locator('.monaco-list-row.focused', { hasText: name }).waitFor();
  await press(workbench, 'Enter');
  await tab(workbench, name).waitFor();
}
