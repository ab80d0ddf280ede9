import { after } from 'node:test';
import { reloadKey } from './harness/interruptions.ts';
import { connectionTo } from './harness/mockTest.ts';
import { agreedToLinks } from './harness/openLink.ts';
import { sharedWindow } from './harness/sharedWindow.ts';
import { openSideBar, toggleView } from './harness/sideBar.ts';
import { document, review } from './interruptions/document.ts';
import { inlineFail, statusBar } from './interruptions/fail.ts';
import { overDraft, prefilled } from './interruptions/link.ts';
import { tasksAsText } from './interruptions/list.ts';
import { failMany, many, oneOutput } from './interruptions/many.ts';
import { merge } from './interruptions/merge.ts';
import { recipe, recipes } from './interruptions/recipe.ts';
import { runFlow } from './interruptions/runFlow.ts';
import { sendAgain, undo } from './interruptions/sent.ts';
import { triage } from './interruptions/triage.ts';
import { fields, wizard } from './interruptions/wizard.ts';

const boxes = [wizard, fields, inlineFail, statusBar, triage, prefilled, overDraft, many, failMany];
// A document that one of them leaves open is open in no other one.
const documents = [document, review, recipe, oneOutput, tasksAsText, sendAgain, undo, merge];

const table: string[] = [];
const flowTest = sharedWindow({
  settings: (mock) => ({
    ...agreedToLinks,
    'workflowTasks.connections': [connectionTo(mock)],
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

for (const flow of [...boxes, ...documents]) {
  flowTest(`${flow.name}: no interruption loses what was typed or sends it`, async (place) => {
    table.push(...(await runFlow(place, flow)));
  });
}

after(() => {
  for (const line of table) console.log(line);
});
