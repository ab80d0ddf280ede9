import * as vscode from 'vscode';
import type { Submitted } from '../../app/updates/submission.ts';
import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { WorkflowNode } from '../views/workflowNodes.ts';
import { connectionOf, givenRow, taskOf, viewOf } from './given.ts';
import type { GivenViews } from './given.ts';

/** What a command does; its argument is whatever VS Code hands it: a row, a view's name, nothing. */
export type Handler = (argument: unknown) => Promise<void>;

export interface OnRowDeps {
  readonly connections: Connections;
  readonly views: GivenViews;
  /** The task of a document or of the status bar, where the argument is one of these. */
  taskBehind(argument: unknown): Promise<Task | undefined>;
}

/** Commands of a row; without one they are called with undefined, and ask. */
export interface OnRow {
  row(argument: unknown): Promise<WorkflowNode | undefined>;
  onTask(run: (task: Task | undefined) => Promise<void>): Handler;
  /** As onTask; called by key, it moves on to the next task once the update is proven. */
  onTaskThenNext(run: (task: Task | undefined) => Promise<Submitted | undefined>): Handler;
  onConnection(run: (connection: Connection | undefined) => Promise<void>): Handler;
}

export function createOnRow({ connections, views, taskBehind }: OnRowDeps): OnRow {
  const row = (argument: unknown) => givenRow(argument, views);

  async function runOn<T>(
    argument: unknown,
    given: WorkflowNode | undefined,
    run: (task: Task | undefined) => Promise<T>,
  ): Promise<T | undefined> {
    const task = taskOf(given) ?? (await taskBehind(argument));
    if (task !== undefined || viewOf(argument, views) === undefined) return run(task);
    vscode.window.setStatusBarMessage('This key works on a task: move to a task row first.', 5000);
    return undefined;
  }

  return {
    row,
    onTask: (run) => async (argument) => runOn(argument, await row(argument), run),
    onTaskThenNext: (run) => async (argument) => {
      const given = await row(argument);
      const moveOn = given && viewOf(argument, views)?.leaving(given);
      const submitted = await runOn(argument, given, run);
      const isProven =
        submitted?.kind === 'settled' && submitted.entry.outcome.kind === 'confirmed';
      if (isProven) await moveOn?.();
    },
    onConnection: (run) => async (argument) => run(connectionOf(await row(argument), connections)),
  };
}
