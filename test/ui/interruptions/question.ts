import { press } from '../harness/actions.ts';
import { dialog } from '../harness/messages.ts';
import { choice } from '../harness/quickInput.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Step } from './flow.ts';
import { draft } from './holdings.ts';

/** Enter in the last box; then the dialog that asks for a consequence, or for production. */
export const question: Step = {
  name: 'question',
  holds: draft,
  go: async ({ workbench }) => {
    await press(workbench, 'Enter');
    await dialog(workbench).waitFor();
  },
};

/** Waits until the review asks. */
export async function untilReviewed(workbench: Workbench): Promise<void> {
  await choice(workbench, 'Do Not Send').waitFor();
}
