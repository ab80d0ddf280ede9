import assert from 'node:assert/strict';
import { job, press, type } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { clickEditorAction, editorText, setEditorText, squiggles, tab } from './harness/editor.ts';
import {
  clickDialogButton,
  clickNotificationButton,
  notificationTexts,
  notifications,
} from './harness/messages.ts';
import {
  choice,
  fillInput,
  pickByTyping,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { makeRoomForWaiting, toggleView } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRow, clickRowButton, row, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

/** One task of each engine's demo, and what its people hand in and expect to read. */
const tasks = [
  {
    engine: 'Conductor',
    task: 'approve_equipment',
    title: 'approve_equipment.output.jsonc',
    place: ['Demo: Conductor', 'equipment_request'],
    text: '{ "approved": true }',
    status: 'COMPLETED',
  },
  {
    engine: 'Cognite',
    task: 'Confirm the doubtful tags',
    title: 'Confirm the doubtful tags.output.jsonc',
    place: ['Demo: Cognite', 'diagram-annotation'],
    text: '{ "confirmed": 38, "rejected": 4 }',
    status: 'COMPLETED',
  },
  {
    engine: 'xpander.ai',
    task: 'Refund of 480 € for order 88213',
    title: 'Refund of 480 € for order 88213.output.txt',
    place: ['Demo: xpander.ai', 'Support Triage'],
    text: 'Refunded "480 €"\n{ no JSON: two lines }',
    status: 'completed',
  },
] as const;

uiTest(
  'a task of each engine is completed from the tree, with what it hands in',
  async (workbench) => {
    await startDemo(workbench);
    await makeRoomForWaiting(workbench);
    for (const { engine, task, title, place, text, status } of tasks) {
      const waiting = row(workbench, 'Waiting', task);
      await job(workbench, `complete a task of ${engine} with its output`, 3, async () => {
        await clickRowButton(workbench, waiting, 'Edit Output');
        await tab(workbench, title).waitFor();
        assert.deepEqual(await breadcrumbs(workbench), [...place, title]);
        await setEditorText(workbench, text);
        await screenshot(workbench, `threeEngines-${engine}`);
        assert.equal(await squiggles(workbench, 'error').count(), 0);
        await clickEditorAction(workbench, 'Complete Task');
        await statusItem(workbench, `is ${status} (confirmed)`).waitFor();
      });
      await tab(workbench, title).waitFor({ state: 'detached' });
      await waiting.waitFor({ state: 'detached' });
    }
    await toggleView(workbench, 'Updates');
    for (const { task, status } of tasks) {
      await rowMatching(workbench, 'Updates', rowName(task, `${status} · confirmed`)).waitFor();
    }
    await screenshot(workbench, 'threeEngines-updates');
    await clickRow(
      workbench,
      rowMatching(workbench, 'Updates', rowName(tasks[2].task, 'completed')),
    );
    await tab(workbench, 'before ↔ after').waitFor();
    await workbench.page.locator('.view-line', { hasText: 'Refunded' }).first().waitFor();
    await screenshot(workbench, 'threeEngines-compare');
  },
);

const invoice = 'Invoice 2041, Fabrikam, 12,400 €';

uiTest("xpander.ai's own fields are set from the palette", async (workbench) => {
  await startDemo(workbench);
  await job(workbench, "set a task's node cursor and payload extension", 15, async () => {
    await openFields(workbench);
    await pickByTyping(workbench, 'Node cursor');
    await waitForStep(workbench, 'Node cursor');
    await fillInput(workbench, 'n-ask');
    await press(workbench, 'Enter');

    await pickByTyping(workbench, 'Payload extension');
    await waitForStep(workbench, 'Payload extension');
    await fillInput(workbench, '{ "headers": ');
    await press(workbench, 'Enter');
    await quickInput(workbench).getByText('A value belongs here.').waitFor();
    await screenshot(workbench, 'threeEngines-half');
    await fillInput(workbench, '{ "headers": { "X-Trace-ID": "abc-123" } }');
    await press(workbench, 'Enter');

    await choice(workbench, 'Done').waitFor();
    await screenshot(workbench, 'threeEngines-fields');
    await press(workbench, 'Enter');
    await choice(workbench, 'Keep paused').waitFor();
    await screenshot(workbench, 'threeEngines-keep');
    await press(workbench, 'Enter');
    await waitForStep(workbench, '(2/2)');
    await screenshot(workbench, 'threeEngines-result');
    await press(workbench, 'Enter');
    // The list does not show the cursor that the task has, so the person sees it before it goes.
    await clickDialogButton(workbench, 'Send Update');
    await statusItem(workbench, `${invoice} is paused (confirmed)`).waitFor();
  });
  const sent = rowMatching(workbench, 'Updates', rowName(invoice, '.*confirmed'));
  await sent.waitFor();
  await clickRow(workbench, sent);
  await tab(workbench, 'before ↔ after').waitFor();
  const cursors = workbench.page.locator('.view-line', { hasText: 'last_executed_node_id' });
  await cursors.filter({ hasText: 'n-judge' }).first().waitFor();
  await cursors.filter({ hasText: 'n-ask' }).first().waitFor();
  await screenshot(workbench, 'threeEngines-cursor');
});

uiTest('what no reading can prove is told so, with what was sent', async (workbench) => {
  await startDemo(workbench);
  await openFields(workbench);
  await pickByTyping(workbench, 'Payload extension');
  await waitForStep(workbench, 'Payload extension');
  await type(workbench, '{ "trace": 7 }');
  await press(workbench, 'Enter');
  await choice(workbench, 'Done').waitFor();
  await press(workbench, 'Enter');
  await choice(workbench, 'Keep paused').waitFor();
  await press(workbench, 'Enter');
  await waitForStep(workbench, '(2/2)');
  await press(workbench, 'Enter');
  await notifications(workbench).first().waitFor();
  assert.match(
    (await notificationTexts(workbench)).join(),
    /does not show tool_call_payload_extension/,
  );
  await screenshot(workbench, 'threeEngines-pending');
  await clickNotificationButton(workbench, 'Compare');
  await workbench.page.locator('.view-line', { hasText: '"trace": 7' }).waitFor();
  assert.match(await editorText(workbench), /"tool_call_payload_extension": \{/);
});

/** From the palette to the fields of the invoice that waits at a node. */
async function openFields(workbench: Workbench): Promise<void> {
  await runCommand(workbench, 'Workflow Tasks: Update Task…');
  await pickByTyping(workbench, 'Demo: xpander.ai');
  await pickByTyping(workbench, 'Waiting tasks');
  await choice(workbench, invoice).waitFor();
  await screenshot(workbench, 'threeEngines-picker');
  await pickByTyping(workbench, invoice);
  await choice(workbench, 'More Fields…').waitFor();
  await screenshot(workbench, 'threeEngines-status');
  await pickByTyping(workbench, 'More Fields…');
  await waitForStep(workbench, 'More Fields');
  await quickInput(workbench).waitFor();
}

/** What stands above the text: where the document belongs, in names. */
async function breadcrumbs(workbench: Workbench): Promise<readonly string[]> {
  const items = workbench.page.locator(
    '.editor-group-container.active .breadcrumbs-control .folder, .editor-group-container.active .breadcrumbs-control .file',
  );
  await items.first().waitFor();
  return await items.allTextContents();
}

function rowName(label: string, rest: string): RegExp {
  return new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}, ${rest}`);
}
