import * as vscode from 'vscode';
import type { Store } from '../../app/store.ts';
import type { Waiting } from '../../app/waiting.ts';
import type { CommandId, ViewId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import type { CommandTargets } from './commandTargets.ts';

const waitingId: ViewId = 'workflowTasks.waiting';

/** Refresh reads a row's part of the tree again, or all of it. Load More adds a page to a list, and looks
 * further for tasks that wait. */
export function createRefreshCommands(
  store: Store,
  waiting: Pick<Waiting, 'more'>,
  refresh: () => Promise<void>,
  targets: Pick<CommandTargets, 'row'>,
) {
  return {
    'workflowTasks.view.refresh': async (argument) => {
      const row = await targets.row(argument);
      switch (row?.kind) {
        case 'connection':
          return store.invalidate(row.connection.id);
        case 'execution':
          return store.invalidate(row.connection, row.execution.id);
        case 'child':
          return store.invalidate(row.connection, row.execution);
        case 'task':
          return store.invalidate(row.task.ref.connection, row.task.ref.execution);
        case 'workflow':
        case 'more':
          return store.invalidate(row.connection);
        case 'group':
        case 'message':
        case undefined:
          return store.invalidate();
      }
    },
    'workflowTasks.view.loadMore': async (argument) => {
      const row = await targets.row(argument);
      if (row?.kind !== 'more') return;
      const { connection, filter } = row;
      if (row.of === 'waiting') {
        await vscode.window.withProgress({ location: { viewId: waitingId } }, () =>
          waiting.more(connection),
        );
        return;
      }
      if (filter === undefined) await store.moreWorkflows(connection);
      else if (await store.hasExecutions(connection))
        await store.moreExecutions(connection, filter);
      else await store.moreTasks(connection, filter);
      await refresh();
    },
  } satisfies Partial<Record<CommandId, Handler>>;
}
