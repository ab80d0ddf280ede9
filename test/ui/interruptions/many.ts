import { click, press } from '../harness/actions.ts';
import { activeEditor, setEditorText } from '../harness/editor.ts';
import { choice, fillInput, pick, quickInput, waitForStep } from '../harness/quickInput.ts';
import type { Workbench } from '../harness/workbench.ts';
import { outputBox, reasonBox } from './boxes.ts';
import type { Flow, Step } from './flow.ts';
import { draft } from './holdings.ts';
import { pressOnRows } from './pressOnRows.ts';
import { question } from './question.ts';

const two = ['approve_equipment', 'cooling_off'] as const;
// Its document is open in no other flow.
const sharing = ['approve_backorder', 'cooling_off'] as const;

const review: Step = {
  name: 'review',
  holds: draft,
  go: async ({ workbench }) => {
    await press(workbench, 'Enter');
    await waitForStep(workbench, 'Fail 2 tasks');
  },
};

/** "u" on two rows. */
export const many: Flow = {
  name: 'many',
  steps: [
    {
      name: 'status',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await pressOnRows(workbench, two, 'u', choice(workbench, 'FAILED'));
        await waitForStep(workbench, 'Update 2 tasks');
      },
    },
    outputBox,
    reasonBox,
    review,
  ],
};

/** "x" on two rows. */
const reasonForMany: Step = {
  name: 'reason',
  holds: draft,
  go: async ({ workbench }, mark) => {
    await pressOnRows(workbench, two, 'x', quickInput(workbench));
    await waitForStep(workbench, 'Update 2 tasks');
    await fillInput(workbench, mark);
  },
};

export const failMany: Flow = { name: 'fail many', steps: [reasonForMany, review] };

/** Production asks for all of them, after the review. */
export const failManyInProduction: Flow = {
  name: 'fail many in production',
  steps: [
    { name: reasonForMany.name, go: reasonForMany.go },
    { name: review.name, go: review.go },
    question,
  ],
};

/** "e" on two rows: one output for both. */
export const oneOutput: Flow = {
  name: 'one output for many',
  steps: [
    {
      name: 'typed',
      go: async ({ workbench }, mark) => {
        await pressOnRows(workbench, sharing, 'e', sharedLens(workbench));
        await setEditorText(workbench, `{ "typed": "${mark}" }`);
      },
    },
    {
      name: 'status',
      holds: draft,
      go: async ({ workbench }) => {
        await click(workbench, sharedLens(workbench));
        await choice(workbench, 'COMPLETED').waitFor();
      },
    },
    {
      name: 'review',
      holds: draft,
      go: async ({ workbench }) => {
        await pick(workbench, 'COMPLETED');
        await waitForStep(workbench, 'Complete 2 tasks');
      },
    },
  ],
};

function sharedLens(workbench: Workbench) {
  const words = activeEditor(workbench).locator('.codelens-decoration a');
  return words.filter({ hasText: 'Send to All 2 Tasks…' }).first();
}
