import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { setEditorText, tab, clickEditorAction } from './harness/editor.ts';
import { choice, pick, pickByTyping, runCommand, waitForStep } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { clickTitleAction, toggleView, view } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRow, clickRowButton, row, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

uiTest('the journal is filtered, searched and cleared of its filter', async (workbench) => {
  await startDemo(workbench);
  await toggleView(workbench, 'Workflows');
  await complete(workbench, 'cooling_off');
  await complete(workbench, 'vendor_answer');
  await toggleView(workbench, 'Waiting');
  const first = rowMatching(workbench, 'Updates', /^cooling_off, COMPLETED/);
  const second = rowMatching(workbench, 'Updates', /^vendor_answer, COMPLETED/);
  await second.waitFor();

  await filter(workbench, { outcome: 'confirmed', text: 'vendor' });
  await view(workbench, 'Updates').getByText('Only confirmed · “vendor”').waitFor();
  await first.waitFor({ state: 'detached' });
  await second.waitFor();
  await screenshot(workbench, 'journal-filtered');
  await clickTitleAction(workbench, 'Updates', 'Clear Filter');
  await first.waitFor();

  await filter(workbench, { outcome: 'unknown' });
  await row(workbench, 'Updates', 'Nothing matches the filter').waitFor();
  await screenshot(workbench, 'journal-none');
  await clickRow(workbench, row(workbench, 'Updates', 'Clear filter'));
  await first.waitFor();
  await view(workbench, 'Updates').getByText('Only unknown').waitFor({ state: 'hidden' });

  await runCommand(workbench, 'Workflow Tasks: Find Update');
  await waitForStep(workbench, 'Find Update');
  await choice(workbench, 'cooling_off').waitFor();
  await screenshot(workbench, 'journal-find');
  await pickByTyping(workbench, 'cooling_off');
  await choice(workbench, 'Send Update Again…').waitFor();
  await screenshot(workbench, 'journal-actions');
  await pick(workbench, 'Compare Before and After');
  await tab(workbench, 'cooling_off: before ↔ after').waitFor();
});

uiTest('an output that was saved is taken back', async (workbench) => {
  await startDemo(workbench);
  await toggleView(workbench, 'Workflows');
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await clickRowButton(workbench, task, 'Edit Output');
  await tab(workbench, 'approve_equipment.output.jsonc').waitFor();
  await setEditorText(workbench, '{ "seen": true }');
  await clickEditorAction(workbench, 'Send Output');
  await waitForStep(workbench, 'approve_equipment');
  await pick(workbench, 'IN_PROGRESS');
  await statusItem(workbench, 'approve_equipment is IN_PROGRESS (confirmed)').waitFor();
  await toggleView(workbench, 'Waiting');
  const sent = rowMatching(workbench, 'Updates', /^approve_equipment, IN_PROGRESS · confirmed/);
  await sent.waitFor();
  await screenshot(workbench, 'journal-rows');

  await clickRowButton(workbench, sent, 'Undo Update');
  await workbench.page.locator('.monaco-dialog-box, .quick-input-widget:visible').first().waitFor();
  await screenshot(workbench, 'journal-undo');
  await press(workbench, 'Enter');
  await statusItem(workbench, 'approve_equipment is IN_PROGRESS (confirmed)').waitFor();
  await rowMatching(workbench, 'Updates', /^Sent, 2/).waitFor();
  await clickRow(workbench, sent);
  await tab(workbench, 'approve_equipment: before ↔ after').waitFor();
  await workbench.page.locator('.view-line.line-delete, .line-delete').first().waitFor();
  await screenshot(workbench, 'journal-undone');
});

async function filter(
  workbench: Workbench,
  { outcome, text = '' }: { readonly outcome: string; readonly text?: string },
): Promise<void> {
  await clickTitleAction(workbench, 'Updates', 'Filter Updates');
  await waitForStep(workbench, 'Filter updates: outcome');
  await pick(workbench, outcome);
  await screenshot(workbench, 'journal-filter');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Filter updates: time');
  await pick(workbench, 'Any time');
  await waitForStep(workbench, 'Filter updates: text');
  await workbench.page.keyboard.type(text);
  await press(workbench, 'Enter');
}

async function complete(workbench: Workbench, task: string): Promise<void> {
  const waiting = row(workbench, 'Waiting', task);
  await clickRowButton(workbench, waiting, 'Complete Task');
  await waiting.waitFor({ state: 'detached' });
}
