import { press } from '../harness/actions.ts';
import { clickLens, tab } from '../harness/editor.ts';
import { choice, fillInput, pick, quickInput, waitForStep } from '../harness/quickInput.ts';
import type { Flow, Step } from './flow.ts';
import { draft } from './holdings.ts';
import { pressOnRows, titleOf, typeOutput } from './pressOnRows.ts';

const two = ['approve_equipment', 'pack_check'] as const;
// Its document is open in no other flow.
const sharing = ['review_page__3', 'pack_check'] as const;

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
    {
      name: 'output',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pick(workbench, 'FAILED');
        await waitForStep(workbench, '(2/3)');
        await fillInput(workbench, `{ "half": "${mark}`);
      },
    },
    {
      name: 'reason',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await fillInput(workbench, `{ "whole": "${mark}" }`);
        await press(workbench, 'Enter');
        await waitForStep(workbench, '(3/3)');
        await fillInput(workbench, `why-${mark}`);
      },
    },
    review,
  ],
};

/** "x" on two rows. */
export const failMany: Flow = {
  name: 'fail many',
  steps: [
    {
      name: 'reason',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pressOnRows(workbench, two, 'x', quickInput(workbench));
        await waitForStep(workbench, 'Update 2 tasks');
        await fillInput(workbench, mark);
      },
    },
    review,
  ],
};

/** "e" on two rows: one output for both. */
export const oneOutput: Flow = {
  name: 'one output for many',
  steps: [
    {
      name: 'typed',
      go: async ({ workbench }, mark) => {
        await typeOutput(workbench, sharing, `{ "typed": "${mark}" }`);
        await tab(workbench, titleOf(sharing[0])).waitFor();
      },
    },
    {
      name: 'status',
      holds: draft,
      go: async ({ workbench }) => {
        await clickLens(workbench, 'Send to All 2 Tasks…');
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
