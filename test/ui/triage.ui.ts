import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { job, press } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { editorAction, setEditorText, tab } from './harness/editor.ts';
import { notificationTexts, notifications } from './harness/messages.ts';
import {
  choice,
  choices,
  clickQuickInputButton,
  escape,
  pick,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { clickTitleAction, openSideBar, toggleView, view } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, focusRow, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

uiTest('waiting tasks are gone through by keyboard', async (workbench) => {
  await startDemo(workbench);
  await toggleView(workbench, 'Updates');
  await focusRow(row(workbench, 'Waiting', 'cooling_off'));

  await job(workbench, 'look at the next waiting task and complete it by keyboard', 3, async () => {
    await press(workbench, 'j');
    await focusedRow(workbench, 'approve_equipment').waitFor();
    await press(workbench, 'o');
    await tab(workbench, 'approve_equipment.task.json').waitFor();
    for (const label of ['Update Task', 'Edit Output']) {
      await editorAction(workbench, label).waitFor();
    }
    await screenshot(workbench, 'triage-preview');
    await press(workbench, 'c');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  });
  await row(workbench, 'Waiting', 'approve_equipment').waitFor({ state: 'detached' });
  const next = view(workbench, 'Waiting').locator('.monaco-list-row.focused .label-name');
  await next.waitFor();
  const name = (await next.textContent()) ?? '';
  assert.notEqual(name, 'cooling_off');
  await screenshot(workbench, 'triage-next');

  await press(workbench, 'k');
  await focusedRow(workbench, 'cooling_off').waitFor();
  await press(workbench, 's');
  await focusedRow(workbench, name).waitFor();
});

uiTest('waiting tasks are gone through one at a time', async (workbench) => {
  await startDemo(workbench);
  await job(workbench, 'complete the oldest waiting task and skip another', 3, async () => {
    await clickTitleAction(workbench, 'Waiting', 'Triage Waiting Tasks');
    await waitForStep(workbench, /Triage 1 of \d+: /);
    await choice(workbench, 'Complete Task').waitFor();
    await screenshot(workbench, 'triage-guided');
    await press(workbench, 'Enter');
    await waitForStep(workbench, /Triage 2 of \d+: /);
    await pick(workbench, 'Skip');
    await waitForStep(workbench, /Triage 3 of \d+: /);
  });
  await clickQuickInputButton(workbench, 'Back');
  await waitForStep(workbench, /Triage 2 of \d+: /);
  await pick(workbench, 'Show Task');
  await workbench.page.locator('.tabs-container .tab').first().waitFor();
  await waitForStep(workbench, /Triage 2 of \d+: /);
  await escape(workbench);
  await statusItem(workbench, /Triage stopped at 2 of \d+\. 1 completed, 1 skipped/).waitFor();

  await hideSideBar(workbench);
  await runCommand(workbench, 'Workflow Tasks: Triage Waiting Tasks');
  await waitForStep(workbench, /Triage 1 of \d+: /);
  assert.ok((await choices(workbench)).includes('Stop Triage'));
  await escape(workbench);
});

uiTest('a draft that cannot be sent is told of before a reason is asked for', async (workbench) => {
  await startDemo(workbench);
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await clickRowButton(workbench, task, 'Edit Output');
  await tab(workbench, 'approve_equipment').waitFor();
  await setEditorText(workbench, '{ "approved": ');
  await press(workbench, 'ControlOrMeta+s');
  await openSideBar(workbench);
  await focusRow(task);
  await press(workbench, 'x');

  await notifications(workbench).first().waitFor();
  assert.match(
    (await notificationTexts(workbench)).join(),
    /Nothing was sent to approve_equipment/,
  );
  assert.equal(await quickInput(workbench).count(), 0);
});

function focusedRow(workbench: Workbench, label: string): Locator {
  return view(workbench, 'Waiting')
    .locator('.monaco-list-row.focused')
    .filter({ has: workbench.page.locator('.label-name').getByText(label, { exact: true }) });
}
