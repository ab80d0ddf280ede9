import assert from 'node:assert/strict';
import { press } from '../harness/actions.ts';
import { activeEditor } from '../harness/editor.ts';
import { isInBrowser } from '../harness/keptInBrowser.ts';
import {
  choice,
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
const answer: Holding = { written: untilRemembered, found: untilRemembered };

function withRecipe(): Flow {
  let before: string | undefined;
  return {
    name: 'recipe',
    prepare: async () => {
      before = undefined;
    },
    steps: [
      {
        name: 'choice',
        go: ({ workbench }) => openRecipes(workbench),
      },
      {
        name: 'box',
        holds: answer,
        go: async ({ workbench }, mark) => {
          await pick(workbench, name);
          await waitForStep(workbench, '(1/2)');
          // What was typed before the interruption before this.
          assert.equal(await inputValue(workbench), before ?? 'nobody');
          await fillInput(workbench, mark);
          before = mark;
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
}

export const recipe = withRecipe();

async function openRecipes(workbench: Workbench): Promise<void> {
  await openOutput(workbench, task);
  await runCommand(workbench, 'Workflow Tasks: Use Recipe…');
  await choice(workbench, name).waitFor();
}

function untilRemembered(workbench: Workbench, mark: string): Promise<void> {
  return untilHeld(`${mark} remembered`, () => isInBrowser(workbench, mark));
}
