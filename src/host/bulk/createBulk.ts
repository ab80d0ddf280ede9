import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { ChosenTasks, CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { linkFree } from '../words/plainText.ts';
import { whyNoOutput } from '../words/whyNoOutput.ts';
import type { BulkParts } from './bulkParts.ts';
import { offeredTasks } from './offeredTasks.ts';
import { pickMatching } from './pickMatching.ts';
import { createResultCommands } from './resultCommands.ts';
import { createResultDocuments } from './resultDocuments.ts';
import { sendMany } from './sendMany.ts';
import type { BulkTitle } from './sendMany.ts';
import { sendRoleToMany } from './sendRoleToMany.ts';
import { createSharedOutputs } from './sharedOutputs.ts';
import { updateMany } from './updateMany.ts';

/** The features for many tasks. `filter` is the filter of the Workflows view. */
export function createBulk(
  from: Omit<BulkParts, 'results'>,
  targets: Pick<CommandTargets, 'row'>,
  filter: () => ViewFilter,
) {
  const results = createResultDocuments(from.connections, from.viewers, from.memory);
  const parts: BulkParts = { ...from, results };
  const outputs = createSharedOutputs(parts);
  const update = (chosen: ChosenTasks) => updateMany(parts, outputs, chosen);
  return {
    sendMany: (items: readonly BulkItem[], title: BulkTitle) => sendMany(parts, items, title),
    /** The commands of a task for several selected rows. */
    many: {
      complete: (chosen: ChosenTasks) => sendRoleToMany(parts, 'complete', chosen),
      fail: (chosen: ChosenTasks) => sendRoleToMany(parts, 'fail', chosen),
      update,
      editOutput: async ({ tasks }: ChosenTasks) => {
        const offered = await offeredTasks(parts, tasks);
        const [first, ...others] = offered.filter((task) => whyNoOutput(task) === undefined);
        if (first !== undefined) return outputs.open([first, ...others]);
        const [why = 'no task is selected.'] = offered.map(whyNoOutput);
        void vscode.window.showWarningMessage(linkFree(`No output can be written: ${why}`));
      },
    },
    commands: {
      ...createResultCommands(parts),
      'workflowTasks.tasks.sendOutput': outputs.send,
      'workflowTasks.tasks.updateMatching': async (argument) => {
        const tasks = await pickMatching(parts, await targets.row(argument), filter());
        if (tasks.length > 0) await update({ tasks, rows: tasks.length });
      },
    } satisfies Partial<Record<CommandId, Handler>>,
    dispose: () => vscode.Disposable.from(results, outputs).dispose(),
  };
}
