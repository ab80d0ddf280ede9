import { press } from '../harness/actions.ts';
import { fillInput, pick, waitForStep } from '../harness/quickInput.ts';
import type { Step } from './flow.ts';
import { draft } from './holdings.ts';

/** FAILED is picked, and half an output typed. */
export const outputBox: Step = {
  name: 'output',
  holds: draft,
  go: async ({ workbench }, mark) => {
    await pick(workbench, 'FAILED');
    await waitForStep(workbench, '(2/3)');
    await fillInput(workbench, `{ "half": "${mark}`);
  },
};

/** The output is whole, and a reason typed. */
export const reasonBox: Step = {
  name: 'reason',
  holds: draft,
  go: async ({ workbench }, mark) => {
    // Without the mark: only the reason is looked for.
    await fillInput(workbench, '{ "approved": false }');
    await press(workbench, 'Enter');
    await waitForStep(workbench, '(3/3)');
    await fillInput(workbench, mark);
  },
};
