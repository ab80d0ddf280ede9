import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { activeEditor, setEditorText, squiggles, tab } from './harness/editor.ts';
import { clickDialogButton, dialog } from './harness/messages.ts';
import { escape, fillInput, pick, quickInput, waitForStep } from './harness/quickInput.ts';
import type { Clip } from './harness/screenshot.ts';
import { screenshot } from './harness/screenshot.ts';
import { toggleView, widenSideBar } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import {
  chooseFromMenu,
  clickRow,
  clickRowButton,
  expandRow,
  focusRow,
  row,
  rowMatching,
} from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

uiTest('the pictures of the README', async (workbench) => {
  await startDemo(workbench);
  await widenSideBar(workbench, 370);
  await pictureTree(workbench);
  await pictureWizard(workbench);
  await pictureDocument(workbench);
  await pictureStatusBar(workbench);
  await pictureUpdates(workbench);
  await pictureDialog(workbench);
});

async function pictureTree(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await toggleView(workbench, 'Updates');
  await expandRow(workbench, row(workbench, 'Workflows', 'order_fulfilment'));
  await expandRow(workbench, row(workbench, 'Workflows', 'A-1052'));
  await expandRow(workbench, row(workbench, 'Workflows', 'charge_card'));
  await row(workbench, 'Workflows', 'Try 1').waitFor();
  await row(workbench, 'Workflows', 'pack_check').hover();
  await screenshot(workbench, 'tree', { x: 48, y: 36, width: 370, height: 700 });
  await expandRow(workbench, row(workbench, 'Workflows', 'invoice_review'));
  await expandRow(workbench, row(workbench, 'Workflows', 'INV-2026-118'));
  await row(workbench, 'Workflows', 'Iteration 3').waitFor();
  await screenshot(workbench, 'loop', page.locator('.part.sidebar'));
  await toggleView(workbench, 'Updates');
}

async function pictureWizard(workbench: Workbench): Promise<void> {
  await focusRow(row(workbench, 'Waiting', 'approve_equipment'));
  await press(workbench, 'u');
  await waitForStep(workbench, 'Update approve_equipment (1/2)');
  await screenshot(workbench, 'status', top);
  await pick(workbench, 'COMPLETED');
  await waitForStep(workbench, 'Update approve_equipment (2/2)');
  await fillInput(workbench, '{ "approved": true, "laptop": }');
  await screenshot(workbench, 'box', top);
  await escape(workbench);
}

async function pictureDocument(workbench: Workbench): Promise<void> {
  await clickRowButton(workbench, row(workbench, 'Waiting', 'approve_equipment'), 'Edit Output');
  await tab(workbench, 'approve_equipment').waitFor();
  const text = '{\n  // the 13 inch is out of stock\n  "approved": true,\n  "laptop": 14 inch\n}\n';
  await setEditorText(workbench, text);
  await squiggles(workbench, 'error').first().waitFor();
  await activeEditor(workbench).locator('.codelens-decoration a').first().waitFor();
  await screenshot(workbench, 'output', editor);
  await setEditorText(workbench, text.replace('14 inch', '"14 inch"'));
  await squiggles(workbench, 'error').first().waitFor({ state: 'detached' });
  await press(workbench, 'ControlOrMeta+s');
}

async function pictureStatusBar(workbench: Workbench): Promise<void> {
  await chooseFromMenu(workbench, row(workbench, 'Waiting', 'approve_equipment'), 'Pin Task');
  await statusItem(workbench, 'approve_equipment').waitFor();
  await clickStatusItem(workbench, 'approve_equipment');
  await quickInput(workbench).getByText('Complete Task with the Draft').waitFor();
  await screenshot(workbench, 'statusBar');
  await pick(workbench, 'Complete Task with the Draft');
}

async function pictureUpdates(workbench: Workbench): Promise<void> {
  const entry = rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/);
  for (const name of ['Waiting', 'Workflows']) await toggleView(workbench, name);
  await clickRow(workbench, entry);
  await workbench.page.locator('.monaco-diff-editor').first().waitFor();
  await screenshot(workbench, 'updates', { x: 48, y: 36, width: 1132, height: 320 });
  for (const name of ['Waiting', 'Workflows']) await toggleView(workbench, name);
}

async function pictureDialog(workbench: Workbench): Promise<void> {
  await focusRow(row(workbench, 'Waiting', 'review_page__3'));
  await press(workbench, 'x');
  await waitForStep(workbench, 'Update review_page__3');
  await fillInput(workbench, 'The VAT id is missing');
  await press(workbench, 'Enter');
  await dialog(workbench).waitFor();
  await screenshot(workbench, 'dialog');
  await clickDialogButton(workbench, 'Cancel');
}

/** Where the text editor is. */
const editor: Clip = { x: 430, y: 36, width: 750, height: 200 };

/** The upper part of the window, where pickers open. */
const top: Clip = { x: 0, y: 0, width: 1180, height: 420 };
