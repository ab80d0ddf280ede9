import assert from 'node:assert/strict';
import { job, press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { setEditorText, clickEditorAction, tab } from './harness/editor.ts';
import { notificationTexts, notifications } from './harness/messages.ts';
import { waitForStep } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { makeRoomForWaiting, toggleView } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, focusRow, row, rowButton, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

/** Two tasks of each engine's demo: what goes to the first is repeated on the second. */
const pairs = [
  {
    engine: 'Conductor',
    first: 'approve_equipment',
    title: 'approve_equipment.output.jsonc',
    text: '{ "approved": true }',
    second: 'cooling_off',
    status: 'COMPLETED',
  },
  {
    engine: 'xpander.ai',
    first: 'Refund of 480 € for order 88213',
    title: 'Refund of 480 € for order 88213.output.txt',
    text: 'Looked at it',
    second: 'Invoice 2041, Fabrikam, 12,400 €',
    status: 'completed',
  },
] as const;

for (const { engine, first, title, text, second, status } of pairs) {
  uiTest(`the last update of ${engine} is repeated with one click`, async (workbench) => {
    await startWide(workbench);
    await complete(workbench, first, title, text);
    const target = row(workbench, 'Waiting', second);
    await (await rowButton(target, 'Repeat Last Update')).waitFor();
    if (engine === 'Conductor') await screenshot(workbench, 'repeat-row');

    await job(workbench, `repeat the last update on another task of ${engine}`, 1, async () => {
      await clickRowButton(workbench, target, 'Repeat Last Update');
      await statusItem(workbench, `${second} is ${status} (confirmed)`).waitFor();
    });
    await target.waitFor({ state: 'detached' });
    await toggleView(workbench, 'Updates');
    await rowMatching(
      workbench,
      'Updates',
      new RegExp(`^${second}, ${status} · confirmed`),
    ).waitFor();
  });
}

uiTest('the last update is repeated with one key', async (workbench) => {
  await startWide(workbench);
  await complete(workbench, 'approve_equipment', pairs[0].title, pairs[0].text);
  await focusRow(row(workbench, 'Waiting', 'cooling_off'));

  await job(workbench, 'repeat the last update on another task by keyboard', 1, async () => {
    await press(workbench, '.');
    await statusItem(workbench, 'cooling_off is COMPLETED (confirmed)').waitFor();
  });
});

uiTest('where it does not fit, a sentence says why and the wizard opens', async (workbench) => {
  await startWide(workbench);
  await complete(workbench, 'approve_equipment', pairs[0].title, pairs[0].text);
  await focusRow(row(workbench, 'Waiting', pairs[1].first));

  await press(workbench, '.');
  await waitForStep(workbench, 'Update Refund of 480 €');
  await notifications(workbench).first().waitFor();
  assert.match(
    (await notificationTexts(workbench)).join(),
    /Not repeated: COMPLETED cannot be set/,
  );
  await screenshot(workbench, 'repeat-misfit');
});

async function startWide(workbench: Workbench): Promise<void> {
  await startDemo(workbench);
  await makeRoomForWaiting(workbench);
}

async function complete(
  workbench: Workbench,
  task: string,
  title: string,
  text: string,
): Promise<void> {
  await clickRowButton(workbench, row(workbench, 'Waiting', task), 'Edit Output');
  await tab(workbench, title).waitFor();
  await setEditorText(workbench, text);
  await clickEditorAction(workbench, 'Complete Task');
  await tab(workbench, title).waitFor({ state: 'detached' });
  await row(workbench, 'Waiting', task).waitFor({ state: 'detached' });
}
