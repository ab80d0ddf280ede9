import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { ChosenTasks } from '../bulk/chosenTasks.ts';
import type { WorkflowNode } from './workflowNodes.ts';
import { connectionOf, givenRow, givenRows, taskOf, viewOf } from './given.ts';
import type { GivenView, GivenViews } from './given.ts';
import type { Handler } from '../ui/handler.ts';

export interface OnRowDeps {
  readonly connections: Connections;
  readonly views: GivenViews;
  /** The task of a document or of the status bar, where the argument is one of these. */
  taskBehind(argument: unknown): Promise<Task | undefined>;
}

/** What a command does to a task; `from` is the row that it was called on by key, and its view. */
type RunOne = (task: Task | undefined, from?: FromRow) => Promise<unknown>;

interface FromRow {
  readonly row: WorkflowNode;
  readonly view: GivenView;
}

/** Commands of a row; without one they are called with undefined, and ask. */
export interface OnRow {
  row(argument: unknown): Promise<WorkflowNode | undefined>;
  onTask(run: RunOne): Handler;
  /** On several selected rows it is about the tasks among them, at once. */
  onTasks(one: RunOne, many: (chosen: ChosenTasks) => Promise<void>): Handler;
  /** Called by key, it moves on to the next task once the update is proven. */
  thenNext(run: (task: Task | undefined) => Promise<Submitted | undefined>): RunOne;
  onConnection(run: (connection: Connection | undefined) => Promise<void>): Handler;
}

export function createOnRow({ connections, views, taskBehind }: OnRowDeps): OnRow {
  const rowOf = (argument: unknown) => givenRow(argument, views);

  const onTask =
    (run: RunOne): Handler =>
    async (argument) => {
      const row = await rowOf(argument);
      const view = viewOf(argument, views);
      const task = taskOf(row) ?? (await taskBehind(argument));
      if (task !== undefined || view === undefined) {
        await run(task, row && view && { row, view });
        return;
      }
      vscode.window.setStatusBarMessage(
        'This key works on a task: move to a task row first.',
        5000,
      );
    };

  return {
    row: rowOf,
    onTask,
    onTasks: (one, many) => async (argument, selected) => {
      const rows = givenRows(argument, selected, views);
      if (rows.length < 2) return onTask(one)(argument);
      const tasks = rows.flatMap((given) =>
        given.kind === 'task' && !given.past ? [given.task] : [],
      );
      return many({ tasks, rows: rows.length });
    },
    thenNext: (run) => async (task, from) => {
      const moveOn = from?.view.leaving(from.row);
      const submitted = await run(task);
      const isProven =
        submitted?.kind === 'settled' && submitted.entry.outcome.kind === 'confirmed';
      // Not waited for: while rows are drawn anew VS Code answers late, or never.
      if (isProven) void moveOn?.().catch(() => undefined);
    },
    onConnection: (run) => async (argument) =>
      run(connectionOf(await rowOf(argument), argument, connections)),
  };
}
