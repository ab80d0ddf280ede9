import type { Locator } from 'playwright-core';
import { activeEditor, clickEditorAction } from '../harness/editor.ts';
import { setElsewhere } from '../harness/elsewhere.ts';
import { clickDialogButton, dialog } from '../harness/messages.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Flow } from './flow.ts';
import { draft } from './holdings.ts';
import type { Holding } from './holdings.ts';
import { editor } from './holdings.ts';
import { openOutput, save, titleOf, typeOutput } from './pressOnRows.ts';

const task = 'approve_equipment';

/** In the result of the merge, which is the task's output document. */
const result: Holding = {
  ...editor(titleOf(task)),
  found: async (workbench, mark) => {
    await openOutput(workbench, task);
    await activeEditor(workbench).locator('.view-line', { hasText: mark }).first().waitFor();
  },
};

/** Somebody else changes the task each time, after the person has begun. */
export const merge: Flow = {
  name: 'merge',
  steps: [
    {
      name: 'open',
      holds: draft,
      go: async ({ workbench, mock }, mark) => {
        await typeOutput(workbench, task, `{\n  "note": "${mark}"\n}`);
        await save(workbench, titleOf(task));
        await setElsewhere(mock, task, 'IN_PROGRESS', `{"note":"theirs-${mark}"}`);
        await mock.clearRequests();
        await clickEditorAction(workbench, 'Complete Task with This Output');
        await keepGoing(workbench, side(workbench, `theirs-${mark}`));
        await resultLine(workbench, mark).waitFor();
      },
    },
    {
      name: 'typed',
      holds: result,
      go: async ({ workbench }, mark) => {
        await resultLine(workbench, mark).click();
        await workbench.page.keyboard.press('End');
        await workbench.page.keyboard.insertText(` // merged-${mark}`);
        await resultLine(workbench, `merged-${mark}`).waitFor();
      },
    },
  ],
};

/** VS Code asks about the merge of before, where it came back with the window. */
async function keepGoing(workbench: Workbench, shown: Locator): Promise<void> {
  await shown.or(dialog(workbench)).first().waitFor();
  if (await dialog(workbench).isVisible())
    await clickDialogButton(workbench, 'Close with Conflicts');
  await shown.waitFor();
}

function side({ page }: Workbench, text: string) {
  return page.locator('.merge-editor .view-line', { hasText: text }).first();
}

function resultLine({ page }: Workbench, text: string) {
  return page.locator('.merge-editor .result .view-line', { hasText: text }).first();
}
