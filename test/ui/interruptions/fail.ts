import { press } from '../harness/actions.ts';
import { choice, fillInput, pick, quickInput } from '../harness/quickInput.ts';
import { clickStatusItem, statusItem } from '../harness/statusBar.ts';
import { focusRow, row } from '../harness/tree.ts';
import type { Flow } from './flow.ts';
import { draft } from './holdings.ts';
import { pressOnRows } from './pressOnRows.ts';
import { question } from './question.ts';

const task = 'approve_equipment';

/** "x" on a row. */
export const inlineFail: Flow = {
  name: 'inline fail',
  steps: [
    {
      name: 'reason',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pressOnRows(workbench, [task], 'x', quickInput(workbench));
        await fillInput(workbench, mark);
      },
    },
    question,
  ],
};

export const statusBar: Flow = {
  name: 'status bar',
  prepare: async ({ workbench }) => {
    await focusRow(row(workbench, 'Waiting', task));
    await press(workbench, 'p');
    await statusItem(workbench, `${task}: IN_PROGRESS`).waitFor();
  },
  steps: [
    {
      name: 'choices',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await clickStatusItem(workbench, `${task}: IN_PROGRESS`);
        await choice(workbench, 'Fail Task').waitFor();
      },
    },
    {
      name: 'reason',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pick(workbench, 'Fail Task');
        await quickInput(workbench).locator('.quick-input-message').waitFor();
        await fillInput(workbench, mark);
      },
    },
  ],
};
