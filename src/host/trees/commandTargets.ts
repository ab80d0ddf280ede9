import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { Handler } from '../ui/handler.ts';
import {
  connectionOf,
  executionOf,
  targetRow,
  targetRows,
  targetTree,
  taskOf,
} from './targetRow.ts';
import type { ExecutionRef, TargetTree, TargetTrees } from './targetRow.ts';
import type { WorkflowNode } from './workflowNode.ts';

/** What a command does to a task; `from` is the row that it was called on by key, and its tree. */
export type RunOnTask = (task: Task | undefined, from?: FromRow) => Promise<unknown>;

interface FromRow {
  readonly row: WorkflowNode;
  readonly tree: TargetTree;
}

/** The selected rows that a command was called on, reduced to the tasks among them. */
export interface ChosenTasks {
  readonly tasks: readonly Task[];
  /** How many rows were selected, tasks or not. */
  readonly rows: number;
}

/** Turns the arguments that VS Code hands to a command into the row, task or connection meant. */
export interface CommandTargets {
  row(argument: unknown): Promise<WorkflowNode | undefined>;
  rows(argument: unknown, selected: unknown): readonly WorkflowNode[];
  /** Called on nothing, a command gets undefined, and asks. */
  forTask(run: RunOnTask): Handler;
  /** With several rows selected, `many` runs once for the tasks among them. */
  forTasks(one: RunOnTask, many: (chosen: ChosenTasks) => Promise<unknown>): Handler;
  /** Called by key, it moves on to the next task once the update is confirmed. */
  advanceWhenConfirmed(run: (task: Task | undefined) => Promise<Submitted | undefined>): RunOnTask;
  forConnection(run: (connection: Connection | undefined) => Promise<void>): Handler;
  forExecution(run: (execution: ExecutionRef | undefined) => Promise<void>): Handler;
  /** Moves the focus by one task, in the tree that a key names, or in the Waiting view. */
  step(by: 1 | -1): Handler;
}

/** `taskBehind` finds the task of a document or of the status bar, where the argument is one. */
export function createCommandTargets(
  connections: Connections,
  trees: TargetTrees,
  taskBehind: (argument: unknown) => Promise<Task | undefined>,
): CommandTargets {
  const rowOf = (argument: unknown) => targetRow(argument, trees);
  const rowsOf = (argument: unknown, selected: unknown) => targetRows(argument, selected, trees);

  const forTask =
    (run: RunOnTask): Handler =>
    async (argument) => {
      const row = await rowOf(argument);
      const tree = targetTree(argument, trees);
      const task = taskOf(row) ?? (await taskBehind(argument));
      if (task !== undefined || tree === undefined) {
        await run(task, row && tree && { row, tree });
        return;
      }
      const hint = 'This key works on a task: move to a task row first.';
      vscode.window.setStatusBarMessage(hint, 5000);
    };

  return {
    row: rowOf,
    rows: rowsOf,
    forTask,
    forTasks: (one, many) => {
      const onOne = forTask(one);
      return async (argument, selected) => {
        const rows = rowsOf(argument, selected);
        if (rows.length < 2) return onOne(argument);
        const tasks = rows.flatMap((row) => (row.kind === 'task' && !row.past ? [row.task] : []));
        await many({ tasks, rows: rows.length });
      };
    },
    advanceWhenConfirmed: (run) => async (task, from) => {
      const advance = from?.tree.leaving(from.row);
      const submitted = await run(task);
      const isConfirmed =
        submitted?.kind === 'settled' && submitted.entry.outcome.kind === 'confirmed';
      // Not awaited: while it draws rows anew, VS Code answers late, or never.
      if (isConfirmed) void advance?.().catch(() => undefined);
    },
    forConnection: (run) => async (argument) =>
      run(connectionOf(await rowOf(argument), argument, connections)),
    forExecution: (run) => async (argument) => run(executionOf(await rowOf(argument))),
    step: (by) => async (argument) => {
      const tree = targetTree(argument, trees);
      if (tree !== undefined) return tree.step(by);
      // The palette names no view: there the Waiting view is meant, which may be hidden.
      await vscode.commands.executeCommand('workflowTasks.waiting.focus');
      return trees['workflowTasks.waiting']?.step(by);
    },
  };
}
