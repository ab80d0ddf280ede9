import { press } from '../harness/actions.ts';
import { choice, fillInput, pick, pickByTyping, waitForStep } from '../harness/quickInput.ts';
import { draft } from './holdings.ts';
import type { Flow } from './flow.ts';
import { pressOnRows } from './pressOnRows.ts';
import { question } from './question.ts';

const task = 'approve_equipment';

export const wizard: Flow = {
  name: 'wizard',
  steps: [
    {
      name: 'status',
      holds: 'nothing',
      go: ({ workbench }) => pressOnRows(workbench, [task], 'u', choice(workbench, 'FAILED')),
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
        await fillInput(workbench, '{ "approved": false }');
        await press(workbench, 'Enter');
        await waitForStep(workbench, '(3/3)');
        await fillInput(workbench, mark);
      },
    },
    question,
  ],
};

export const fields: Flow = {
  name: 'fields',
  steps: [
    {
      name: 'list',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await pressOnRows(workbench, [task], 'u', choice(workbench, 'FAILED'));
        await pickByTyping(workbench, 'More Fields…');
        await waitForStep(workbench, 'More Fields');
      },
    },
    {
      name: 'field',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pickByTyping(workbench, 'Log lines');
        await waitForStep(workbench, 'Log lines');
        await fillInput(workbench, mark);
      },
    },
  ],
};
