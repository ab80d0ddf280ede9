import { press } from '../harness/actions.ts';
import { editorText, setEditorText, tab } from '../harness/editor.ts';
import { waitForStep } from '../harness/quickInput.ts';
import { clickTitleAction } from '../harness/sideBar.ts';
import type { Flow } from './flow.ts';
import { editor, savedList } from './holdings.ts';
import { save } from './pressOnRows.ts';

const title = 'All waiting tasks';

/** The list opened once: each time that it is asked for it is another. */
function asText(): Flow {
  let id = '';
  return {
    name: 'tasks as text',
    prepare: async ({ workbench }) => {
      await clickTitleAction(workbench, 'Waiting', 'Edit Waiting Tasks as Text');
      await tab(workbench, title).waitFor();
      await workbench.page.locator('.view-line', { hasText: 'vendor_answer' }).first().waitFor();
      const [, found = ''] = /vendor_answer.*?(#\S+)/.exec(await editorText(workbench)) ?? [];
      id = found;
    },
    steps: [
      {
        name: 'typed',
        holds: editor(title),
        go: async ({ workbench }, mark) => {
          await tab(workbench, title).click();
          await setEditorText(workbench, `complete ${id} {"typed": "${mark}"}`);
        },
      },
      {
        name: 'saved',
        holds: savedList,
        go: ({ workbench }) => save(workbench, title),
      },
      {
        name: 'review',
        holds: savedList,
        go: async ({ workbench }) => {
          await press(workbench, 'ControlOrMeta+Enter');
          await waitForStep(workbench, 'Update 1 task');
        },
      },
    ],
  };
}

export const tasksAsText = asText();
