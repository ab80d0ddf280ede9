import assert from 'node:assert/strict';
import { job, press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { connectionTo, mockTest, writes } from './harness/mockTest.ts';
import { editorAction, editorText, setEditorText, tab } from './harness/editor.ts';
import {
  clickDialogButton,
  clickNotificationButton,
  dialog,
  dialogText,
  notifications,
} from './harness/messages.ts';
import {
  choice,
  choices,
  clickQuickInputButton,
  escape,
  pickByTyping,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { makeRoomForWaiting, openSideBar, toggleView } from './harness/sideBar.ts';
import { clickRow, clickRowButton, row, rowMatching, toggleRow } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

/** One task that waits on each engine's demo. */
const names = [
  'approve_equipment',
  'Confirm the doubtful tags',
  'Refund of 480 € for order 88213',
] as const;

uiTest('three tasks of three engines are completed at once', async (workbench) => {
  await openWaiting(workbench);
  const [first, second, third] = names.map((name) => row(workbench, 'Waiting', name));
  assert.ok(first && second && third);
  await job(workbench, 'complete 3 chosen tasks', 3 + 2, async () => {
    await clickRow(workbench, first);
    await toggleRow(workbench, second);
    await toggleRow(workbench, third);
    await clickRowButton(workbench, second, 'Complete Task');
    await waitForStep(workbench, 'Complete 3 tasks');
    await choice(workbench, names[0]).waitFor();
    await press(workbench, 'Enter');
    await notifications(workbench).filter({ hasText: '3 confirmed' }).waitFor();
  });
  await toggleView(workbench, 'Updates');
  for (const name of names) {
    await row(workbench, 'Waiting', name).waitFor({ state: 'detached' });
    await rowMatching(
      workbench,
      'Updates',
      new RegExp(`^${name}, (?:COMPLETED|completed) · confirmed`),
    ).waitFor();
  }
  await clickNotificationButton(workbench, 'Show Results');
  await tab(workbench, 'Complete 3 tasks').waitFor();
  assert.match(await editorText(workbench), /3 {2}confirmed {2}the engine shows it/);
  await screenshot(workbench, 'bulk-results');
});

uiTest('the review says what cannot be sent, and Esc sends nothing', async (workbench) => {
  await openWaiting(workbench);
  await clickRow(workbench, row(workbench, 'Waiting', names[0]));
  await toggleRow(workbench, row(workbench, 'Waiting', names[1]));
  await toggleRow(workbench, row(workbench, 'Waiting', names[2]));
  await toggleRow(workbench, rowMatching(workbench, 'Waiting', /^Demo: Cognite/));
  await clickRowButton(workbench, row(workbench, 'Waiting', names[0]), 'Complete Task');
  await waitForStep(workbench, 'Complete 3 tasks');
  await choice(workbench, names[0]).waitFor();
  const box = quickInput(workbench).locator('.quick-input-filter input[type="text"]').first();
  assert.match(
    (await box.getAttribute('placeholder')) ?? '',
    /3 of 4 selected rows are tasks that can be completed/,
  );
  await screenshot(workbench, 'bulk-review');
  await clickQuickInputButton(workbench, 'Open as Document');
  await tab(workbench, 'Review of Complete 3 tasks').waitFor();
  assert.match(await editorText(workbench), /Nothing was sent yet\./);
  await screenshot(workbench, 'bulk-review-document');
  await escape(workbench);
  for (const name of names) await row(workbench, 'Waiting', name).waitFor();
});

uiTest('one output is written once for the tasks that were selected', async (workbench) => {
  await openWaiting(workbench);
  const [first, second] = names.map((name) => row(workbench, 'Waiting', name));
  assert.ok(first && second);
  await clickRow(workbench, first);
  await toggleRow(workbench, second);
  await press(workbench, 'e');
  await tab(workbench, 'approve_equipment.output.jsonc').waitFor();
  await setEditorText(workbench, '{ "approved": true, "by": "bulk" }');
  await workbench.page
    .locator('.codelens-decoration a', { hasText: 'Send to All 2 Tasks…' })
    .waitFor();
  await screenshot(workbench, 'bulk-output');
  await workbench.page
    .locator('.codelens-decoration a', { hasText: 'Send to All 2 Tasks…' })
    .click();
  await pickByTyping(workbench, 'COMPLETED');
  await waitForStep(workbench, 'Complete 2 tasks');
  assert.equal(
    (await choices(workbench)).filter((label) => names.some((name) => name === label)).length,
    2,
  );
  await screenshot(workbench, 'bulk-output-review');
  await press(workbench, 'Enter');
  await notifications(workbench).filter({ hasText: '2 confirmed' }).waitFor();
});

uiTest('the review button of the last step leads to the one review', async (workbench) => {
  await openWaiting(workbench);
  await clickRow(workbench, row(workbench, 'Waiting', names[0]));
  await toggleRow(workbench, row(workbench, 'Waiting', names[1]));
  await press(workbench, 'u');
  await pickByTyping(workbench, 'COMPLETED');
  await waitForStep(workbench, '(2/2)');
  await clickQuickInputButton(workbench, 'Review Before Sending');
  await waitForStep(workbench, 'Complete 2 tasks');
  await choice(workbench, names[1]).waitFor();
  await escape(workbench);
  for (const name of names) await row(workbench, 'Waiting', name).waitFor();
});

uiTest('all tasks that match are found and updated', async (workbench) => {
  await openWaiting(workbench);
  await runCommand(workbench, 'Workflow Tasks: Update Matching Tasks');
  await waitForStep(workbench, 'Update Matching Tasks');
  await screenshot(workbench, 'bulk-matching');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Update ');
  await screenshot(workbench, 'bulk-matching-status');
  await pickByTyping(workbench, 'COMPLETED');
  await waitForStep(workbench, '(2/');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Complete ');
  await screenshot(workbench, 'bulk-matching-review');
  await press(workbench, 'Enter');
  // A task whose own child is among them may be over before its turn: then the document opens.
  const summary = notifications(workbench).filter({ hasText: ' confirmed' });
  await summary.or(tab(workbench, 'Complete ')).first().waitFor();
  await runCommand(workbench, 'Workflow Tasks: Show Results of Updating Many');
  await tab(workbench, 'Complete ').waitFor();
  await screenshot(workbench, 'bulk-matching-results');
  assert.match(await editorText(workbench), /1[67] {2}confirmed/);
});

mockTest('what was not applied is reviewed and sent once more', async (workbench, mock) => {
  await openSideBar(workbench);
  await makeRoomForWaiting(workbench);
  await clickRow(workbench, row(workbench, 'Waiting', 'approve_equipment'));
  await toggleRow(workbench, row(workbench, 'Waiting', 'pack_check'));
  const fault = { kind: 'status', status: 400, body: '{"message":"The disk is full"}' } as const;
  await mock.setFaults({ method: 'POST', path: '^/api/tasks', count: 1, fault });
  await press(workbench, 'c');
  await waitForStep(workbench, 'Complete 2 tasks');
  await choice(workbench, 'pack_check').waitFor();
  await press(workbench, 'Enter');
  await tab(workbench, 'Complete 2 tasks').waitFor();
  const retry = workbench.page.locator('.codelens-decoration a', {
    hasText: 'Retry Those Not Applied (1)…',
  });
  const retryButton = editorAction(workbench, 'Retry Those Not Applied');
  await retry.waitFor();
  await retryButton.waitFor();
  const text = await editorText(workbench);
  assert.match(text, /1 {2}not applied/);
  assert.match(text, /1 {2}confirmed/);
  await screenshot(workbench, 'bulk-not-applied');
  await retry.click();
  await waitForStep(workbench, 'Retry 1 task');
  await choice(workbench, 'approve_equipment').or(choice(workbench, 'pack_check')).waitFor();
  await press(workbench, 'Enter');
  await notifications(workbench).filter({ hasText: '1 confirmed' }).waitFor();
  assert.equal((await writes(mock)).length, 3);
  await workbench.page.locator('.view-line', { hasText: /^2\s+confirmed/ }).waitFor();
  await retry.waitFor({ state: 'detached' });
  await retryButton.waitFor({ state: 'detached' });
});

mockTest(
  'a batch asks once more for production, and not for each task',
  async (workbench, mock) => {
    await openSideBar(workbench);
    await makeRoomForWaiting(workbench);
    const [first, second] = ['approve_equipment', 'pack_check'].map((name) =>
      row(workbench, 'Waiting', name),
    );
    assert.ok(first && second);
    await job(workbench, 'complete 2 chosen tasks in production', 2 + 3, async () => {
      await clickRow(workbench, first);
      await toggleRow(workbench, second);
      await clickRowButton(workbench, first, 'Complete Task');
      await waitForStep(workbench, 'Complete 2 tasks');
      await choice(workbench, 'pack_check').waitFor();
      await press(workbench, 'Enter');
      await dialog(workbench).waitFor();
      assert.match(await dialogText(workbench), /Complete 2 tasks in production\?.*Shop/s);
      assert.deepEqual(await writes(mock), []);
      await screenshot(workbench, 'bulk-production');
      await clickDialogButton(workbench, 'Send to 2 Tasks');
      await notifications(workbench).filter({ hasText: '2 confirmed' }).waitFor();
    });
    assert.equal((await writes(mock)).length, 2);
  },
  (mock) => [connectionTo(mock, { environment: 'production' })],
);

async function openWaiting(workbench: Workbench): Promise<void> {
  await startDemo(workbench);
  await makeRoomForWaiting(workbench);
  await row(workbench, 'Waiting', names[2]).waitFor();
}
