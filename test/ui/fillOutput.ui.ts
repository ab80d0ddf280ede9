import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { job, press } from './harness/actions.ts';
import {
  activeEditor,
  clickEditorAction,
  editorText,
  setEditorText,
  tab,
} from './harness/editor.ts';
import { clickNotificationButton, notifications } from './harness/messages.ts';
import { startMock } from '../support/startMock.ts';
import type { TestMock } from '../support/startMock.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { connectionTo, writes } from './harness/mockTest.ts';
import {
  choice,
  choices,
  escape,
  fillInput,
  inputValue,
  pick,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenTest } from './harness/screenTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickRowButton, row } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const name = 'approve_equipment';
const long = '12345678901234567890';

const recipes = [
  { name: 'Ship it', task: 'ship_*', output: {} },
  {
    name: 'Approve with a note',
    description: 'Says who approves, and why',
    task: 'approve_*',
    status: 'COMPLETED',
    output: {
      approved: true,
      by: '${input:Your name:nobody}',
      how: '${pick:How:by mail|on paper}',
    },
  },
  { name: 'Broken', output: {}, mode: 'append' },
];

fillTest('an output is filled by a recipe, and one is made of it', async (workbench, mock) => {
  await openSideBar(workbench);
  await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
  await tab(workbench, name).waitFor();
  await setEditorText(workbench, '{ "mine": 1 }');

  await openFillMenu(workbench);
  await workbench.page.keyboard.press('Escape');
  await useRecipe(workbench);
  assert.equal((await choices(workbench))[0], 'Approve with a note');
  await pick(workbench, 'Approve with a note');
  await waitForStep(workbench, 'Approve with a note (1/2)');
  assert.equal(await inputValue(workbench), 'nobody');
  await fillInput(workbench, 'Ann');
  await escape(workbench);
  assert.equal((await editorText(workbench)).trim(), '{ "mine": 1 }');

  await useRecipe(workbench);
  await pick(workbench, 'Approve with a note');
  await waitForStep(workbench, 'Approve with a note (1/2)');
  assert.equal(await inputValue(workbench), 'Ann');
  await press(workbench, 'Enter');
  await pick(workbench, 'on paper');
  await activeEditor(workbench).locator('.view-line', { hasText: '"by": "Ann"' }).waitFor();
  const lens = activeEditor(workbench).locator('.codelens-decoration', {
    hasText: 'Send as COMPLETED',
  });
  await lens.waitFor();
  await press(workbench, 'ControlOrMeta+z');
  await activeEditor(workbench).locator('.view-line', { hasText: '"mine": 1' }).waitFor();

  await setEditorText(workbench, `{ "amount": ${long}, "open": "\${x}" }`);
  await saveAsRecipe(workbench, 'Long amount');
  const { page } = workbench;
  await page
    .locator('.notifications-toasts', { hasText: 'is saved in the user settings' })
    .waitFor();
  const settings = readFileSync(join(workbench.userDataDir, 'User/settings.json'), 'utf8');
  assert.match(
    settings,
    /"output": "\{\\"amount\\":12345678901234567890,\\"open\\":\\"\$\$\{x\}\\"\}"/,
  );
  assert.match(settings, /"Broken"/);
  assert.deepEqual(await writes(mock), []);
});

fillTest('text for an object can be wrapped', async (workbench) => {
  await openSideBar(workbench);
  await row(workbench, 'Waiting', name).waitFor();
  await workbench.page.evaluate(`navigator.clipboard.writeText('plain words')`);
  await row(workbench, 'Waiting', name).click({ button: 'right' });
  const menu = workbench.page.locator('.monaco-menu').first();
  await menu.getByText('Fill Output From', { exact: true }).hover();
  await menu.getByText('Fill Output from Clipboard', { exact: true }).waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.page.keyboard.press('Escape');
  await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
  await tab(workbench, name).waitFor();
  await job(workbench, 'fill the output from the clipboard', 3, async () => {
    await runCommand(workbench, 'Workflow Tasks: Fill Output from Clipboard');
    await notifications(workbench).first().waitFor();
    await clickNotificationButton(workbench, 'Fill In as {"text": …}');
  });
  await activeEditor(workbench)
    .locator('.view-line', { hasText: '"text": "plain words"' })
    .waitFor();
});

/** A flow with the recipes in the user's settings. */
function fillTest(
  title: string,
  flow: (workbench: Workbench, mock: TestMock) => Promise<void>,
): void {
  screenTest(title, async () => {
    const mock = await startMock();
    const settings = {
      'workflowTasks.connections': [connectionTo(mock)],
      'workflowTasks.recipes': recipes,
    };
    try {
      await inWorkbench(title, { settings }, (workbench) => flow(workbench, mock));
    } finally {
      await mock.close();
    }
  });
}

async function openFillMenu(workbench: Workbench): Promise<void> {
  await clickEditorAction(workbench, 'Fill Output From');
  await workbench.page.locator('.monaco-menu .action-item', { hasText: 'Use Recipe' }).waitFor();
}

async function useRecipe(workbench: Workbench): Promise<void> {
  await runCommand(workbench, 'Workflow Tasks: Use Recipe…');
  await choice(workbench, 'Approve with a note').waitFor();
}

async function saveAsRecipe(workbench: Workbench, recipe: string): Promise<void> {
  await runCommand(workbench, 'Workflow Tasks: Save Output as Recipe…');
  await waitForStep(workbench, 'Save Output as Recipe');
  await fillInput(workbench, recipe);
  await press(workbench, 'Enter');
  await quickInput(workbench).getByText('Every task').first().waitFor();
  await press(workbench, 'Enter');
  await pick(workbench, 'User Settings');
}
