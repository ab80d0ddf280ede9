import { press } from '../harness/actions.ts';
import { clickEditorAction, tab } from '../harness/editor.ts';
import { choice, pick, waitForStep } from '../harness/quickInput.ts';
import type { Flow } from './flow.ts';
import { draft, editor } from './holdings.ts';
import { save, titleOf, typeOutput } from './pressOnRows.ts';
import { untilReviewed } from './question.ts';

const written = 'review_page__3';
const reviewed = 'cooling_off';

export const document: Flow = {
  name: 'document',
  steps: [
    {
      name: 'typed',
      holds: editor(titleOf(written)),
      go: ({ workbench }, mark) => typeOutput(workbench, written, `{ "typed": "${mark}" }`),
    },
    {
      name: 'saved',
      holds: draft,
      go: ({ workbench }) => save(workbench, titleOf(written)),
    },
    {
      name: 'status',
      holds: draft,
      go: async ({ workbench }) => {
        await press(workbench, 'ControlOrMeta+Enter');
        await choice(workbench, 'COMPLETED').waitFor();
      },
    },
  ],
};

/** The comparison shows what was typed now, whatever a review before it has left open. */
export const review: Flow = {
  name: 'review',
  steps: [
    {
      name: 'typed',
      go: ({ workbench }, mark) => typeOutput(workbench, reviewed, `{ "typed": "${mark}" }`),
    },
    {
      name: 'comparison',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await clickEditorAction(workbench, 'Review Update');
        await waitForStep(workbench, `Complete Task “${reviewed}”?`);
        await untilReviewed(workbench);
        const comparison = workbench.page.locator(
          '.editor-group-container.active .monaco-diff-editor .editor.modified',
        );
        await comparison.locator('.view-line', { hasText: mark }).first().waitFor();
      },
    },
    {
      name: 'request',
      holds: draft,
      go: async ({ workbench }, mark) => {
        await pick(workbench, 'Show the Request');
        await tab(workbench, `${reviewed}.http`).first().waitFor();
        await workbench.page.locator('.view-line', { hasText: mark }).first().waitFor();
      },
    },
  ],
};
