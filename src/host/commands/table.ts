import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { ConnectionCommands } from '../connections/connectionCommands.ts';
import type { Demo } from '../demo.ts';
import type { LinkCommands } from '../links/linkCommands.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { UpdateCommands } from '../updates/commands.ts';
import type { createExecutionCommands } from '../views/executionCommands.ts';
import type { FilterCommands } from '../views/filterCommands.ts';
import type { createRefreshCommands } from '../views/refreshCommands.ts';
import type { WaitingCommands } from '../views/waitingCommands.ts';
import { executionOf, viewOf } from './given.ts';
import { createOnRow } from './onRow.ts';
import type { Handler, OnRow, OnRowDeps } from './onRow.ts';
import { runCommand } from './runCommand.ts';

interface TableDeps extends OnRowDeps {
  readonly updates: UpdateCommands;
  readonly connection: ConnectionCommands;
  readonly execution: ReturnType<typeof createExecutionCommands>;
  readonly refresh: ReturnType<typeof createRefreshCommands>;
  triage(): Promise<void>;
  readonly links: Pick<LinkCommands, 'copyTask' | 'copyUpdate'>;
  readonly filter: FilterCommands;
  readonly demo: Demo;
  showLog(): void;
  readonly waiting: WaitingCommands;
}

/** Every command of the manifest and what it does; the compiler refuses a missing or a surplus one. */
function commandTable(deps: TableDeps): Record<CommandId, Handler> {
  const { updates, connection, execution, demo, filter, refresh, waiting } = deps;
  const on = createOnRow(deps);
  const { row, onConnection } = on;
  return {
    ...taskTable(deps, on),
    'workflowTasks.pinned.update': updates['pinned.update'],
    'workflowTasks.draft.complete': updates['draft.complete'],
    'workflowTasks.draft.fail': updates['draft.fail'],
    'workflowTasks.draft.send': updates['draft.send'],
    'workflowTasks.draft.open': updates['draft.open'],
    'workflowTasks.draft.discard': updates['draft.discard'],
    'workflowTasks.draft.copyLink': deps.links.copyUpdate,
    'workflowTasks.update.compare': updates['update.compare'],
    'workflowTasks.update.checkAgain': updates['update.checkAgain'],
    'workflowTasks.update.openTask': updates['update.openTask'],
    'workflowTasks.journal.clear': updates['journal.clear'],
    'workflowTasks.execution.open': async (argument) =>
      execution.open(executionOf(await row(argument))),
    'workflowTasks.execution.copyId': async (argument) =>
      execution.copyId(executionOf(await row(argument))),
    'workflowTasks.execution.openById': onConnection(execution.openById),
    'workflowTasks.view.refresh': async (argument) => refresh.refresh(await row(argument)),
    'workflowTasks.view.loadMore': async (argument) => refresh.loadMore(await row(argument)),
    'workflowTasks.waiting.triage': deps.triage,
    'workflowTasks.waiting.refresh': waiting.refresh,
    'workflowTasks.waiting.groupByWorkflow': waiting.groupByWorkflow,
    'workflowTasks.waiting.groupByConnection': waiting.groupByConnection,
    'workflowTasks.filter.set': filter.set,
    'workflowTasks.filter.clear': filter.clear,
    'workflowTasks.connection.add': connection.add,
    'workflowTasks.connection.import': connection.import,
    'workflowTasks.connection.edit': onConnection(connection.edit),
    'workflowTasks.connection.remove': onConnection(connection.remove),
    'workflowTasks.connection.test': onConnection(connection.test),
    'workflowTasks.connection.signIn': onConnection(connection.signIn),
    'workflowTasks.demo.start': demo.start,
    'workflowTasks.demo.stop': demo.stop,
    'workflowTasks.demo.reset': demo.reset,
    'workflowTasks.log.show': async () => deps.showLog(),
  };
}

/** Those of a task. */
function taskTable({ updates, links, views }: TableDeps, { onTask, onTaskThenNext }: OnRow) {
  // The palette names no view: there it is the one of all waiting tasks.
  const step = (by: 1 | -1) => async (argument: unknown) =>
    (viewOf(argument, views) ?? views['workflowTasks.waiting'])?.step(by);
  return {
    'workflowTasks.task.next': step(1),
    'workflowTasks.task.previous': step(-1),
    'workflowTasks.task.peek': onTask(updates['task.peek']),
    'workflowTasks.task.update': onTask(updates['task.update']),
    'workflowTasks.task.complete': onTaskThenNext(updates['task.complete']),
    'workflowTasks.task.fail': onTaskThenNext(updates['task.fail']),
    'workflowTasks.task.editOutput': onTask(updates['task.editOutput']),
    'workflowTasks.task.pin': onTask(updates['task.pin']),
    'workflowTasks.task.unpin': updates['task.unpin'],
    'workflowTasks.task.open': onTask(updates['task.open']),
    'workflowTasks.task.copyId': onTask(updates['task.copyId']),
    'workflowTasks.task.copyLink': onTask(links.copyTask),
  } satisfies Partial<Record<CommandId, Handler>>;
}

export function registerCommands(deps: TableDeps, log: Log): vscode.Disposable {
  const registrations = Object.entries(commandTable(deps)).map(([id, handler]) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(id, () => handler(argument), log),
    ),
  );
  return vscode.Disposable.from(...registrations);
}
