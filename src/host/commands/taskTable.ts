import { copyTaskIds } from '../bulk/copyTaskIds.ts';
import type { CommandId } from '../manifest.generated.ts';
import { viewOf } from './given.ts';
import type { Handler } from './handler.ts';
import type { OnRow } from './onRow.ts';
import type { TableDeps } from './table.ts';

/** The commands of a task, of the tasks that are selected, and of moving between tasks. */
export function taskTable(
  { updates, bulk, links, views }: Pick<TableDeps, 'updates' | 'bulk' | 'links' | 'views'>,
  { onTask, onTasks, thenNext }: OnRow,
) {
  // The palette names no view: there it is the one of all waiting tasks.
  const step = (by: 1 | -1) => async (argument: unknown) =>
    (viewOf(argument, views) ?? views['workflowTasks.waiting'])?.step(by);
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
