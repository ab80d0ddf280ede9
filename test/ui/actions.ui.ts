import type { Locator } from 'playwright-core';
import { job, press } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { pick, quickInput } from './harness/quickInput.ts';
import { openSideBar, toggleView, view } from './harness/sideBar.ts';
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

/** Puts the mouse off the rows and leaves the whole side bar to what waits: only rows on screen exist. */
async function showWaiting(workbench: Workbench): Promise<void> {
  await startDemo(workbench);
  await toggleView(workbench, 'Workflows');
  await toggleView(workbench, 'Updates');
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

    await chooseFromMenu(workbench, waiting(second), 'Pin Task to Status Bar');
    await statusItem(workbench, second).waitFor();
    await job(workbench, `${name}: complete from the status bar`, 2, async () => {
      await clickStatusItem(workbench, second);
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
    await job(workbench, `${name}: repeat the last update on another task`, 1, async () => {
      await clickRowButton(workbench, waiting(second), 'Repeat Last Update');
      await statusItem(workbench, confirmed(second)).waitFor();
    });

    const other = third === fourth ? twin(workbench, third) : waiting(fourth);
    await job(workbench, `${name}: the same update for 2 chosen tasks`, 4, async () => {
      workbench.actions.count += 2;
      await waiting(third).locator('.label-name').first().click();
      await other
        .locator('.label-name')
        .first()
        .click({ modifiers: ['ControlOrMeta'] });
      await clickRowButton(workbench, other, 'Complete Task');
      await quickInput(workbench).waitFor();
      await press(workbench, 'Enter');
      await tab(workbench, 'Complete 2 tasks').waitFor();
    });
    await workbench.page.locator('.view-line', { hasText: /^2\s+confirmed/ }).waitFor();
  });
}
