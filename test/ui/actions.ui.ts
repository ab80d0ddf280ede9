import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { job, press } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { clickDialogButton, dialog, dialogText, notifications } from './harness/messages.ts';
import { connectionTo, mockTest } from './harness/mockTest.ts';
import { choice, pick, waitForStep } from './harness/quickInput.ts';
import { signIn } from './harness/signIn.ts';
import { makeRoomForWaiting, openSideBar, view } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import { chooseFromMenu, clickRowButton, focusRow, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

/** Four tasks of an engine's demo, in the order in which they wait, and what its people hand in. */
interface Engine {
  readonly name: string;
  readonly tasks: readonly [string, string, string, string];
  readonly output: string;
  readonly completed: string;
}

const engines: readonly Engine[] = [
  {
    name: 'Conductor',
    tasks: ['approve_equipment', 'review_page__3', 'vendor_answer', 'find_root_cause'],
    output: '{ "approved": true }',
    completed: 'COMPLETED',
  },
  {
    name: 'Cognite',
    tasks: [
      'Confirm the doubtful tags',
      'Process engineer gives the inputs',
      'Engineer approves the anomaly',
      'Engineer approves the anomaly',
    ],
    output: '{ "approved": true }',
    completed: 'COMPLETED',
  },
  {
    name: 'xpander.ai',
    tasks: [
      'Northwind Trading',
      'Refund of 480 € for order 88213',
      'Invoice 2041, Fabrikam, 12,400 €',
      'Answer to the partner mailbox',
    ],
    output: 'Done by hand',
    completed: 'completed',
  },
];

/** Leaves the whole side bar to what waits: only rows on screen exist. */
async function showWaiting(workbench: Workbench): Promise<void> {
  await startDemo(workbench);
  await makeRoomForWaiting(workbench);
}

/** The second of two waiting tasks with the same name. */
function twin(workbench: Workbench, task: string): Locator {
  return view(workbench, 'Waiting').getByRole('treeitem').filter({ hasText: task }).nth(1);
}

for (const { name, tasks, output, completed } of engines) {
  const [first, second, third, fourth] = tasks;
  const confirmed = (task: string) => `${task} is ${completed} (confirmed)`;

  uiTest(`${name}: one task in the fewest actions`, async (workbench) => {
    await showWaiting(workbench);
    const waiting = (task: string) => row(workbench, 'Waiting', task);
    await hideSideBar(workbench);
    await job(workbench, `${name}: complete from the tree`, 2, async () => {
      await openSideBar(workbench);
      await clickRowButton(workbench, waiting(first), 'Complete Task');
      await statusItem(workbench, confirmed(first)).waitFor();
    });
    await waiting(first).waitFor({ state: 'detached' });

    // A long name is cut there.
    const pinned = second.slice(0, 20);
    await chooseFromMenu(workbench, waiting(second), 'Pin Task to Status Bar');
    await statusItem(workbench, pinned).waitFor();
    await job(workbench, `${name}: complete from the status bar`, 2, async () => {
      await clickStatusItem(workbench, pinned);
      await pick(workbench, 'Complete Task');
      await waiting(second).waitFor({ state: 'detached' });
    });

    await focusRow(waiting(third));
    await job(workbench, `${name}: complete by keyboard in the view`, 3, async () => {
      await press(workbench, 'ArrowUp');
      await press(workbench, 'ArrowDown');
      await press(workbench, 'c');
      await statusItem(workbench, confirmed(third)).waitFor();
    });
    const left = third === fourth ? twin(workbench, third) : waiting(third);
    await left.waitFor({ state: 'detached' });

    await job(workbench, `${name}: complete with an edited output`, 3, async () => {
      await clickRowButton(workbench, waiting(fourth), 'Edit Output');
      await tab(workbench, fourth).waitFor();
      await setEditorText(workbench, output);
      await clickEditorAction(workbench, 'Complete Task');
      await statusItem(workbench, confirmed(fourth)).waitFor();
    });
  });

  uiTest(`${name}: the same once more, and for many`, async (workbench) => {
    await showWaiting(workbench);
    const waiting = (task: string) => row(workbench, 'Waiting', task);
    await clickRowButton(workbench, waiting(first), 'Complete Task');
    await statusItem(workbench, confirmed(first)).waitFor();
    await waiting(first).waitFor({ state: 'detached' });
    await job(workbench, `${name}: repeat the last update on another task`, 1, async () => {
      await clickRowButton(workbench, waiting(second), 'Repeat Last Update');
      await statusItem(workbench, confirmed(second)).waitFor();
    });
    await waiting(second).waitFor({ state: 'detached' });

    const other = third === fourth ? twin(workbench, third) : waiting(fourth);
    await job(workbench, `${name}: the same update for 2 chosen tasks`, 4, async () => {
      workbench.actions.count += 2;
      await waiting(third).locator('.label-name').first().click();
      await other
        .locator('.label-name')
        .first()
        .click({ modifiers: ['ControlOrMeta'] });
      await clickRowButton(workbench, other, 'Complete Task');
      await waitForStep(workbench, 'Complete 2 tasks');
      await choice(workbench, third).waitFor();
      await press(workbench, 'Enter');
      await notifications(workbench).filter({ hasText: '2 confirmed' }).waitFor();
    });
  });
}

mockTest(
  'production asks exactly once more, on every engine',
  async (workbench) => {
    for (const connection of ['Cognite', 'xpander.ai']) await signIn(workbench, connection);
    await openSideBar(workbench);
    await makeRoomForWaiting(workbench);
    for (const { name, tasks, completed } of engines) {
      const [task] = tasks;
      const waiting = row(workbench, 'Waiting', task);
      await waiting.waitFor();
      await job(workbench, `${name}: complete on production, view open`, 1 + 1, async () => {
        await clickRowButton(workbench, waiting, 'Complete Task');
        await dialog(workbench).waitFor();
        assert.match(await dialogText(workbench), /\(production\)/);
        assert.equal(await statusItem(workbench, `${task} is`).count(), 0);
        await clickDialogButton(workbench, 'Complete Task');
        await statusItem(workbench, `${task} is ${completed} (confirmed)`).waitFor();
      });
      await waiting.waitFor({ state: 'detached' });
    }
  },
  (mock) => [
    connectionTo(mock, { name: 'Conductor', environment: 'production' }),
    {
      id: 'plant',
      name: 'Cognite',
      engine: 'cognite',
      url: mock.cogniteUrl,
      project: 'demo',
      signIn: 'token',
      environment: 'production',
    },
    {
      id: 'agents',
      name: 'xpander.ai',
      engine: 'xpander',
      url: mock.xpanderUrl,
      environment: 'production',
    },
  ],
);
