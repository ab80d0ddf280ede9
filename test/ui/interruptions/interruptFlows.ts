import { after } from 'node:test';
import { reloadKey } from '../harness/interruptions.ts';
import { connectionTo } from '../harness/mockTest.ts';
import type { SavedConnection } from '../harness/mockTest.ts';
import { agreedToLinks } from '../harness/openLink.ts';
import { sharedWindow } from '../harness/sharedWindow.ts';
import { openSideBar, toggleView } from '../harness/sideBar.ts';
import type { Flow } from './flow.ts';
import { recipes } from './recipe.ts';
import { runFlow } from './runFlow.ts';

/** A test for each flow, in one window, and then the table of what they have proved. */
export function interruptFlows(
  flows: readonly Flow[],
  connection: Partial<SavedConnection> = {},
): void {
  const table: string[] = [];
  const flowTest = sharedWindow({
    settings: (mock) => ({
      ...agreedToLinks,
      'workflowTasks.connections': [connectionTo(mock, connection)],
      'workflowTasks.recipes': recipes,
      // All tabs stay in reach, however many are left open.
      'workbench.editor.wrapTabs': true,
      // As on a desktop: what is not saved is VS Code's to keep.
      'files.autoSave': 'off',
    }),
    keys: [reloadKey],
    prepare: async ({ workbench }) => {
      await openSideBar(workbench);
      await toggleView(workbench, 'Workflows');
    },
  });
  for (const flow of flows) {
    flowTest(`${flow.name}: no interruption loses what was typed or sends it`, async (place) => {
      table.push(...(await runFlow(place, flow)));
    });
  }
  after(() => {
    for (const line of table) console.log(line);
  });
}
