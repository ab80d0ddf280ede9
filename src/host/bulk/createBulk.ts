import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import { linkFree } from '../words/plainText.ts';
import { refusalOfOutput } from '../words/refusalOfOutput.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import type { WorkflowNode } from '../trees/workflowNodes.ts';
import type { BulkContext } from './bulkContext.ts';
import type { ChosenTasks } from './chosenTasks.ts';
import { offeredTasks } from './offeredTasks.ts';
import { pickMatching } from './pickMatching.ts';
import { createResultCommands } from './resultCommands.ts';
import { createResultDocuments } from './resultDocuments.ts';
import { sendMany } from './sendMany.ts';
import type { BulkTitle } from './sendMany.ts';
import { sendRoleToMany } from './sendRoleToMany.ts';
import { createSharedOutputs } from './sharedOutputs.ts';
import { updateMany } from './updateMany.ts';

/** Updating many tasks at once; made when it is first used. */
export function createBulk(updating: UpdateContext) {
  const documents = createResultDocuments(updating);
  const context: BulkContext = { ...updating, documents };
  const outputs = createSharedOutputs(context);
  const results = createResultCommands(context);
  const update = (chosen: ChosenTasks) => updateMany(context, outputs, chosen);
  return {
    sendMany: (items: readonly BulkItem[], title: BulkTitle) => sendMany(context, items, title),
    complete: (chosen: ChosenTasks) => sendRoleToMany(context, 'complete', chosen),
    fail: (chosen: ChosenTasks) => sendRoleToMany(context, 'fail', chosen),
    update,
    editOutput: async ({ tasks }: ChosenTasks) => {
      const offered = await offeredTasks(context, tasks);
      const [first, ...others] = offered.filter((task) => refusalOfOutput(task) === undefined);
      if (first !== undefined) return outputs.open([first, ...others]);
      const [why = 'no task is selected.'] = offered.map(refusalOfOutput);
      void vscode.window.showWarningMessage(linkFree(`No output can be written: ${why}`));
    },
    updateMatching: async (row: WorkflowNode | undefined, filter: ViewFilter) => {
      const tasks = await pickMatching(context, row, filter);
      if (tasks.length > 0) await update({ tasks, rows: tasks.length });
    },
    sendOutput: outputs.send,
    showResults: results.show,
    retryResults: results.retry,
    checkResults: results.checkAgain,
    copyMarkdown: results.copyMarkdown,
    copyCsv: results.copyCsv,
    dispose: () => vscode.Disposable.from(documents, outputs).dispose(),
  };
}
