import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Log } from '../../app/ports.ts';
import type { Task } from '../../domain/task.ts';
import type { ConnectionCommands } from '../connections/connectionCommands.ts';
import type { Demo } from '../demo.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { UpdateCommands } from '../updates/commands.ts';
import type { createExecutionCommands } from '../views/executionCommands.ts';
import type { FilterCommands } from '../views/filterCommands.ts';
import type { createRefreshCommands } from '../views/refreshCommands.ts';
import type { WaitingCommands } from '../views/waitingCommands.ts';
import { connectionOf, executionOf, givenRow, taskOf, viewOf } from './given.ts';
import type { GivenViews } from './given.ts';
import { runCommand } from './runCommand.ts';

interface TableDeps {
  readonly connections: Connections;
  readonly updates: UpdateCommands;
  readonly connection: ConnectionCommands;
  readonly execution: ReturnType<typeof createExecutionCommands>;
  readonly refresh: ReturnType<typeof createRefreshCommands>;
  readonly filter: FilterCommands;
  readonly demo: Demo;
  showLog(): void;
  readonly waiting: WaitingCommands;
  readonly views: GivenViews;
}

type Handler = (argument: unknown) => Promise<void>;

/** Every command of the manifest and what it does; the compiler refuses a missing or a surplus one. */
function commandTable(deps: TableDeps): Record<CommandId, Handler> {
  const { updates, connection, execution, demo, filter, refresh, waiting, views } = deps;
  const row = (argument: unknown) => givenRow(argument, views);

  const onTask =
    (run: (task: Task | undefined) => Promise<void>): Handler =>
    async (argument) => {
      const task = taskOf(await row(argument));
      if (task !== undefined || viewOf(argument, views) === undefined) return run(task);
      vscode.window.setStatusBarMessage(
        'This key works on a task: move to a task row first.',
        5000,
      );
    };
  const onConnection =
    (run: (given: ReturnType<typeof connectionOf>) => Promise<void>): Handler =>
    async (argument) =>
      run(connectionOf(await row(argument), deps.connections));

  return {
    'workflowTasks.task.update': onTask(updates['task.update']),
    'workflowTasks.task.complete': onTask(updates['task.complete']),
    'workflowTasks.task.fail': onTask(updates['task.fail']),
    'workflowTasks.task.stop': onTask(updates['task.stop']),
    'workflowTasks.task.editOutput': onTask(updates['task.editOutput']),
    'workflowTasks.task.pin': onTask(updates['task.pin']),
    'workflowTasks.task.unpin': updates['task.unpin'],
    'workflowTasks.task.open': onTask(updates['task.open']),
    'workflowTasks.task.copyId': onTask(updates['task.copyId']),
    'workflowTasks.pinned.update': updates['pinned.update'],
    'workflowTasks.draft.complete': updates['draft.complete'],
    'workflowTasks.draft.fail': updates['draft.fail'],
    'workflowTasks.draft.send': updates['draft.send'],
    'workflowTasks.draft.review': updates['draft.review'],
    'workflowTasks.review.send': updates['review.send'],
    'workflowTasks.draft.open': updates['draft.open'],
    'workflowTasks.draft.discard': updates['draft.discard'],
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

export function registerCommands(deps: TableDeps, log: Log): vscode.Disposable {
  const registrations = Object.entries(commandTable(deps)).map(([id, handler]) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(id, () => handler(argument), log),
    ),
  );
  return vscode.Disposable.from(...registrations);
}
