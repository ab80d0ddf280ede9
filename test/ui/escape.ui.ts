import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { setEditorText, tab } from './harness/editor.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import {
  choice,
  escape,
  fillInput,
  inputValue,
  pick,
  pickByTyping,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import { focusRow, row, rowMatching } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

mockTest('Esc at every prompt sends nothing and keeps what was typed', async (workbench, mock) => {
  await openSideBar(workbench);
  await row(workbench, 'Waiting', 'approve_equipment').waitFor();
  await leaveThePickers(workbench);
  await leaveTheWizard(workbench);
  await leaveTheQuestion(workbench);
  await leaveTheStatusBar(workbench);
  await leaveTheDocument(workbench);
  assert.deepEqual(await writes(mock), []);
});

/** At each picker on the way from the palette to the status. */
async function leaveThePickers(workbench: Workbench): Promise<void> {
  const way = ['order_fulfilment', 'A-1052', 'pack_check', 'COMPLETED'];
  for (const [steps, next] of way.entries()) {
    await runCommand(workbench, 'Workflow Tasks: Update Task…');
    for (const label of way.slice(0, steps)) await pickByTyping(workbench, label);
    await choice(workbench, next).waitFor();
    await escape(workbench);
  }
}

/** At the output and at the reason, with something typed. */
async function leaveTheWizard(workbench: Workbench): Promise<void> {
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await focusRow(task);
  await press(workbench, 'u');
  await pick(workbench, 'FAILED');
  await waitForStep(workbench, 'Update approve_equipment (2/3)');
  await escape(workbench);
  assert.equal(await rowMatching(workbench, 'Updates', /^draft/).count(), 0);

  await focusRow(task);
  await press(workbench, 'u');
  await pick(workbench, 'FAILED');
  await waitForStep(workbench, 'Update approve_equipment (2/3)');
  await fillInput(workbench, '{ "approved": false }');
  await escape(workbench);
  await rowMatching(workbench, 'Updates', /^draft of approve_equipment, FAILED/).waitFor();

  await focusRow(task);
  await press(workbench, 'u');
  await pick(workbench, 'FAILED');
  await waitForStep(workbench, 'Update approve_equipment (2/3)');
  assert.equal(await inputValue(workbench), '{ "approved": false }');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Update approve_equipment (3/3)');
  await fillInput(workbench, 'No budget');
  await escape(workbench);
}

/** At the reason and at the review of "x" on a row; the draft of before is still there. */
async function leaveTheQuestion(workbench: Workbench): Promise<void> {
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await focusRow(task);
  await press(workbench, 'x');
  await quickInput(workbench).waitFor();
  assert.equal(await inputValue(workbench), 'No budget');
  await escape(workbench);

  await focusRow(task);
  await press(workbench, 'x');
  await quickInput(workbench).waitFor();
  await press(workbench, 'Enter');
  await choice(workbench, 'Do Not Send').waitFor();
  await escape(workbench);
  await rowMatching(workbench, 'Updates', /^draft of approve_equipment, FAILED/).waitFor();
}

async function leaveTheStatusBar(workbench: Workbench): Promise<void> {
  await focusRow(row(workbench, 'Waiting', 'review_page__3'));
  await press(workbench, 'p');
  await clickStatusItem(workbench, 'review_page__3');
  await pick(workbench, 'Fail Task');
  await quickInput(workbench).locator('.quick-input-message').waitFor();
  await escape(workbench);
  await clickStatusItem(workbench, 'review_page__3');
  await quickInput(workbench).waitFor();
  await escape(workbench);
  await statusItem(workbench, 'review_page__3: IN_PROGRESS').waitFor();
}

/** At the status that sending from a document asks for. */
async function leaveTheDocument(workbench: Workbench): Promise<void> {
  await focusRow(row(workbench, 'Waiting', 'review_page__3'));
  await press(workbench, 'e');
  await tab(workbench, 'review_page__3').waitFor();
  await setEditorText(workbench, '{ "ok": true }');
  await press(workbench, 'ControlOrMeta+Enter');
  await quickInput(workbench).waitFor();
  await escape(workbench);
  await rowMatching(workbench, 'Updates', /^draft of review_page__3/).waitFor();
}
