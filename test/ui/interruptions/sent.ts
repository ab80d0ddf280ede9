import { press } from '../harness/actions.ts';
import { choice, fillInput, pick, waitForStep } from '../harness/quickInput.ts';
import type { Place } from '../harness/sharedWindow.ts';
import { statusItem } from '../harness/statusBar.ts';
import { chooseFromMenu, clickRowButton, rowMatching } from '../harness/tree.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Flow } from './flow.ts';
import { pressOnRows } from './pressOnRows.ts';
import { untilReviewed } from './question.ts';

const task = 'approve_equipment';

/** The journal has what was sent: there is nothing to type. */
export const sendAgain: Flow = {
  name: 'send again',
  prepare: (place) => sendOne(place, 'again'),
  steps: [
    {
      name: 'question',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await chooseFromMenu(workbench, sent(workbench), 'Send Update Again…');
        await untilReviewed(workbench);
      },
    },
  ],
};

export const undo: Flow = {
  name: 'undo',
  prepare: (place) => sendOne(place, 'undone'),
  steps: [
    {
      name: 'question',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await clickRowButton(workbench, sent(workbench), 'Undo Update');
        await untilReviewed(workbench);
      },
    },
  ],
};

/** An update that leaves the task waiting. */
async function sendOne({ workbench }: Place, word: string): Promise<void> {
  await pressOnRows(workbench, [task], 'u', choice(workbench, 'IN_PROGRESS'));
  await pick(workbench, 'IN_PROGRESS');
  await waitForStep(workbench, '(2/2)');
  await fillInput(workbench, `{ "seen": "${word}" }`);
  await press(workbench, 'Enter');
  await statusItem(workbench, `${task} is IN_PROGRESS (confirmed)`).waitFor();
  await sent(workbench).waitFor();
}

function sent(workbench: Workbench) {
  return rowMatching(workbench, 'Updates', /^approve_equipment, IN_PROGRESS · confirmed/);
}
