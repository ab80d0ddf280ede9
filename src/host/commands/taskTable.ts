import * as vscode from 'vscode';
import type { Bulk } from '../bulk/bulkOnDemand.ts';
import { copyTaskIds } from '../bulk/copyTaskIds.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { LinkCommands } from '../links/linkCommands.ts';
import type { UpdateCommands } from '../updateCommands.ts';
import { viewOf } from '../trees/given.ts';
import type { GivenViews } from '../trees/given.ts';
import type { Handler } from '../ui/handler.ts';
import type { OnRow } from '../trees/onRow.ts';

interface TaskTableDeps {
  readonly updates: UpdateCommands;
  readonly bulk: Bulk;
  readonly links: Pick<LinkCommands, 'copyTask'>;
  readonly views: GivenViews;
}

/** The commands of a task, of the tasks that are selected, and of moving between tasks. */
export function taskTable(
  { updates, bulk, links, views }: TaskTableDeps,
  { onTask, onTasks, thenNext }: OnRow,
) {
  const step = (by: 1 | -1) => async (argument: unknown) => {
    const view = viewOf(argument, views);
    if (view !== undefined) return view.step(by);
    // The palette names no view: there it is the one of all waiting tasks, which may be hidden.
    await vscode.commands.executeCommand('workflowTasks.waiting.focus');
    return views['workflowTasks.waiting']?.step(by);
  };
  return {
    'workflowTasks.task.next': step(1),
    'workflowTasks.task.previous': step(-1),
    'workflowTasks.task.peek': onTask(updates['task.peek']),
    'workflowTasks.task.update': onTasks(updates['task.update'], bulk.update),
    'workflowTasks.task.complete': onTasks(thenNext(updates['task.complete']), bulk.complete),
    'workflowTasks.task.fail': onTasks(thenNext(updates['task.fail']), bulk.fail),
    'workflowTasks.task.stop': onTask(updates['task.stop']),
    'workflowTasks.task.repeat': onTask(updates['task.repeat']),
    'workflowTasks.task.editOutput': onTasks(updates['task.editOutput'], bulk.editOutput),
    'workflowTasks.task.pin': onTask(updates['task.pin']),
    'workflowTasks.task.unpin': updates['task.unpin'],
    'workflowTasks.task.open': onTask(updates['task.open']),
    'workflowTasks.task.copyId': onTasks(updates['task.copyId'], copyTaskIds),
    'workflowTasks.task.copyLink': onTask(links.copyTask),
  } as const satisfies Partial<Record<CommandId, Handler>>;
}
