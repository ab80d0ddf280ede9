import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import type { UpdateContext } from '../updates/updateContext.ts';
import type { WorkflowNode } from '../views/workflowNodes.ts';
import type { BulkContext } from './bulkContext.ts';
import type { ChosenTasks } from './chosenTasks.ts';
import { createResultCommands } from './resultCommands.ts';
import { createResultDocuments } from './resultDocuments.ts';
import { sendMany } from './sendMany.ts';
import type { BulkTitle } from './sendMany.ts';
import { sendRoleToMany } from './sendRoleToMany.ts';
import { createSharedOutputs } from './sharedOutputs.ts';
import { updateMany } from './updateMany.ts';
import { updateMatching } from './updateMatching.ts';

/** Updating many tasks at once; made when it is first used. */
export function createBulk(updating: UpdateContext) {
  const documents = createResultDocuments(updating.connections);
  const send = (items: readonly BulkItem[], title: BulkTitle) => sendMany(context, items, title);
  const outputs = createSharedOutputs(updating, send);
  const context: BulkContext = { ...updating, documents, outputs };
  const results = createResultCommands(context);
  return {
    sendMany: send,
    complete: (chosen: ChosenTasks) => sendRoleToMany(context, 'complete', chosen),
    fail: (chosen: ChosenTasks) => sendRoleToMany(context, 'fail', chosen),
    update: (chosen: ChosenTasks) => updateMany(context, chosen),
    editOutput: async ({ tasks }: ChosenTasks) => {
      const [first, ...others] = tasks.filter(({ options }) => options.output !== undefined);
      if (first !== undefined) return outputs.open([first, ...others]);
      void vscode.window.showWarningMessage('None of the selected tasks takes an output.');
    },
    updateMatching: (row: WorkflowNode | undefined, filter: ViewFilter) =>
      updateMatching(context, row, filter),
    sendOutput: outputs.send,
    showResults: results.show,
    retryResults: results.retry,
    checkResults: results.checkAgain,
    copyMarkdown: results.copyMarkdown,
    copyCsv: results.copyCsv,
    dispose: () => vscode.Disposable.from(documents, outputs).dispose(),
  };
}
