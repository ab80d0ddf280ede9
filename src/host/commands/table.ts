import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Log } from '../../app/ports.ts';
import type { Task } from '../../domain/task.ts';
import type { Bulk } from '../bulk/bulk.ts';
import type { ChosenTasks } from '../bulk/chosenTasks.ts';
import { copyTaskIds } from '../bulk/copyTaskIds.ts';
import type { ConnectionCommands } from '../connections/connectionCommands.ts';
import type { Demo } from '../demo.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { TextUpdates } from '../textUpdates/textUpdates.ts';
import type { UpdateCommands } from '../updates/commands.ts';
import type { createExecutionCommands } from '../views/executionCommands.ts';
import type { FilterCommands } from '../views/filterCommands.ts';
import type { createRefreshCommands } from '../views/refreshCommands.ts';
import type { WaitingCommands } from '../views/waitingCommands.ts';
import { connectionOf, executionOf, givenRow, givenRows, taskOf, viewOf } from './given.ts';
import { draftTable } from './draftTable.ts';
import type { GivenViews } from './given.ts';
import { bulkTable } from './bulkTable.ts';
import type { Handler } from './handler.ts';
import { journalTable } from './journalTable.ts';
import { listTable } from './listTable.ts';
import { runCommand } from './runCommand.ts';

interface TableDeps {
  readonly connections: Connections;
  readonly updates: UpdateCommands;
  readonly bulk: Bulk;
  readonly textUpdates: TextUpdates;
  readonly connection: ConnectionCommands;
  readonly execution: ReturnType<typeof createExecutionCommands>;
  readonly refresh: ReturnType<typeof createRefreshCommands>;
  readonly filter: FilterCommands;
  readonly demo: Demo;
  showLog(): void;
  readonly waiting: WaitingCommands;
  readonly views: GivenViews;
}

/** The handlers of commands that work on a task, or on all tasks that are selected. */
function taskHandlers(views: GivenViews, row: (argument: unknown) => ReturnType<typeof givenRow>) {
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
  /** On several selected rows it is about the tasks among them, at once. */
  const onTasks =
    (
      one: (task: Task | undefined) => Promise<void>,
      many: (chosen: ChosenTasks) => Promise<void>,
    ): Handler =>
    async (argument, selected) => {
      const rows = givenRows(argument, selected, views);
      if (rows.length < 2) return onTask(one)(argument);
      const tasks = rows.flatMap((given) =>
        given.kind === 'task' && !given.past ? [given.task] : [],
      );
      return many({ tasks, rows: rows.length });
    };
  return { onTask, onTasks };
}

/** Every command of the manifest and what it does; the compiler refuses a missing or a surplus one. */
function commandTable(deps: TableDeps): Record<CommandId, Handler> {
  const {
    updates,
    bulk,
    connection,
    execution,
    demo,
    filter,
    refresh,
    waiting,
    views,
    textUpdates,
  } = deps;
  const row = (argument: unknown) => givenRow(argument, views);

  const { onTask, onTasks } = taskHandlers(views, row);
  const onConnection =
    (run: (given: ReturnType<typeof connectionOf>) => Promise<void>): Handler =>
    async (argument) =>
      run(connectionOf(await row(argument), deps.connections));

  return {
    'workflowTasks.task.update': onTasks(updates['task.update'], bulk.update),
    'workflowTasks.task.complete': onTasks(updates['task.complete'], bulk.complete),
    'workflowTasks.task.fail': onTasks(updates['task.fail'], bulk.fail),
    'workflowTasks.task.stop': onTask(updates['task.stop']),
    'workflowTasks.task.repeat': onTask(updates['task.repeat']),
    'workflowTasks.task.editOutput': onTasks(updates['task.editOutput'], bulk.editOutput),
    'workflowTasks.task.pin': onTask(updates['task.pin']),
    'workflowTasks.task.unpin': updates['task.unpin'],
    'workflowTasks.task.open': onTask(updates['task.open']),
    'workflowTasks.task.copyId': onTasks(updates['task.copyId'], copyTaskIds),
    ...bulkTable(bulk, filter.current, row),
    ...listTable(textUpdates, views, row),
    'workflowTasks.pinned.update': updates['pinned.update'],
    ...draftTable(updates),
    ...journalTable(updates),
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
    vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) =>
      runCommand(id, () => handler(argument, selected), log),
    ),
  );
  return vscode.Disposable.from(...registrations);
}
