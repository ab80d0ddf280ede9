import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { Bulk } from '../bulk/bulkOnDemand.ts';
import type { ConnectionCommands } from '../connections/connectionCommands.ts';
import type { Demo } from '../demo.ts';
import type { LinkCommands } from '../links/linkCommands.ts';
import type { FillCommands } from '../fill/createFillCommands.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { TextUpdates } from '../taskList/textUpdates.ts';
import type { UpdateCommands } from '../updateCommands.ts';
import type { createExecutionCommands } from '../trees/executionCommands.ts';
import type { FilterCommands } from '../trees/filterCommands.ts';
import type { createRefreshCommands } from '../trees/refreshCommands.ts';
import type { WaitingCommands } from '../trees/waitingCommands.ts';
import { fillTable } from './fillTable.ts';
import { draftTable } from './draftTable.ts';
import { executionOf } from '../trees/given.ts';
import { bulkTable } from './bulkTable.ts';
import type { Handler } from '../ui/handler.ts';
import { journalTable } from './journalTable.ts';
import { listTable } from './listTable.ts';
import { createOnRow } from '../trees/onRow.ts';
import type { OnRowDeps } from '../trees/onRow.ts';
import { taskTable } from './taskTable.ts';
import { runCommand } from '../ui/runCommand.ts';

export interface TableDeps extends OnRowDeps {
  readonly updates: UpdateCommands;
  readonly fill: FillCommands;
  readonly bulk: Bulk;
  readonly textUpdates: TextUpdates;
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
  const { updates, bulk, connection, execution, demo, filter, refresh, waiting, views } = deps;
  const on = createOnRow(deps);
  const { row, onConnection } = on;
  return {
    ...taskTable(deps, on),
    ...bulkTable(bulk, filter.current, row),
    ...listTable(deps.textUpdates, views, row),
    'workflowTasks.pinned.update': updates['pinned.update'],
    ...draftTable(updates, deps.links),
    ...journalTable(updates, row),
    ...fillTable(deps.fill, row),
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

export function registerCommands(log: Log, deps: TableDeps): vscode.Disposable {
  const registrations = Object.entries(commandTable(deps)).map(([id, handler]) =>
    vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) =>
      runCommand(id, () => handler(argument, selected), log),
    ),
  );
  return vscode.Disposable.from(...registrations);
}
