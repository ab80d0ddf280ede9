import assert from 'node:assert/strict';
import { press } from '../harness/actions.ts';
import { activeEditor } from '../harness/editor.ts';
import { isInBrowser } from '../harness/keptInBrowser.ts';
import {
  choice,
  escape,
  fillInput,
  inputValue,
  pick,
  runCommand,
  waitForStep,
} from '../harness/quickInput.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Flow } from './flow.ts';
import type { Holding } from './holdings.ts';
import { editor, untilHeld } from './holdings.ts';
import { openOutput, titleOf } from './pressOnRows.ts';

const task = 'vendor_answer';
const name = 'Answer with a note';

/** For the settings. */
export const recipes = [
  { name, output: { by: '${input:Your name:nobody}', how: '${pick:How:by mail|on paper}' } },
];

/** In the answers that the recipe's boxes begin with the next time. */
const answer: Holding = {
  written: (workbench, mark) => untilHeld(`${mark} remembered`, () => isInBrowser(workbench, mark)),
  found: async (workbench, mark) => {
    await chooseRecipe(workbench);
    await waitForFirst(workbench);
    assert.equal(await inputValue(workbench), mark);
    await escape(workbench);
  },
};

export const recipe: Flow = {
  name: 'recipe',
  steps: [
    {
      name: 'choice',
      holds: 'nothing',
      go: async ({ workbench }) => openRecipes(workbench),
    },
    {
      name: 'box',
      holds: answer,
      go: async ({ workbench }, mark) => {
        await pick(workbench, name);
        await waitForFirst(workbench);
        await fillInput(workbench, mark);
      },
    },
    {
      name: 'list',
      holds: answer,
      go: async ({ workbench }) => {
        await press(workbench, 'Enter');
        await choice(workbench, 'on paper').waitFor();
      },
    },
    {
      name: 'filled in',
      holds: editor(titleOf(task)),
      go: async ({ workbench }, mark) => {
        await pick(workbench, 'on paper');
        await activeEditor(workbench).locator('.view-line', { hasText: mark }).first().waitFor();
      },
    },
  ],
};

async function openRecipes(workbench: Workbench): Promise<void> {
  await openOutput(workbench, task);
  await runCommand(workbench, 'Workflow Tasks: Use Recipe…');
  await choice(workbench, name).waitFor();
}

async function chooseRecipe(workbench: Workbench): Promise<void> {
  await openRecipes(workbench);
  await pick(workbench, name);
}

async function waitForFirst(workbench: Workbench): Promise<void> {
  await waitForStep(workbench, '(1/2)');
}
