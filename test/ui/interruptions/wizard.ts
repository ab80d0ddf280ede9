import { choice, fillInput, pickByTyping, waitForStep } from '../harness/quickInput.ts';
import { outputBox, reasonBox } from './boxes.ts';
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
    outputBox,
    reasonBox,
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
