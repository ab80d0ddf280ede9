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

/** What a command does to a task. For a command called by key, `from` holds its row and tree. */
export type RunOnTask = (task: Task | undefined, from?: FromRow) => Promise<unknown>;

interface FromRow {
  readonly row: WorkflowNode;
  readonly tree: TargetTree;
}

/** The tasks among the selected rows of a command. */
export interface ChosenTasks {
  readonly tasks: readonly Task[];
  /** The number of selected rows, with those that are no tasks. */
  readonly rows: number;
}

/** Turns the arguments of a command into the row, task or connection that it is about. */
export interface CommandTargets {
  row(argument: unknown): Promise<WorkflowNode | undefined>;
  rows(argument: unknown, selected: unknown): readonly WorkflowNode[];
  /** Without a row, `run` gets undefined, and the command asks for a task. */
  forTask(run: RunOnTask): Handler;
  /** With several selected rows, `many` runs once for the tasks among them. */
  forTasks(one: RunOnTask, many: (chosen: ChosenTasks) => Promise<unknown>): Handler;
  /** Called by key, it moves on to the next task when the update is confirmed. */
  advanceWhenConfirmed(run: (task: Task | undefined) => Promise<Submitted | undefined>): RunOnTask;
  forConnection(run: (connection: Connection | undefined) => Promise<void>): Handler;
  forExecution(run: (execution: ExecutionRef | undefined) => Promise<void>): Handler;
  /**
   * Moves the focus by one task, in the tree that the key binding names, else in the Waiting view.
   */
  step(by: 1 | -1): Handler;
}

/** `taskBehind` finds the task when the argument is a document or the pinned task. */
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
      // Not awaited: while VS Code redraws the tree, it may answer late or never.
      if (isConfirmed) void advance?.().catch(() => undefined);
    },
    forConnection: (run) => async (argument) =>
      run(connectionOf(await rowOf(argument), argument, connections)),
    forExecution: (run) => async (argument) => run(executionOf(await rowOf(argument))),
    step: (by) => async (argument) => {
      const tree = targetTree(argument, trees);
      if (tree !== undefined) return tree.step(by);
      // The palette names no view, so use the Waiting view, which may be hidden.
      await vscode.commands.executeCommand('workflowTasks.waiting.focus');
      return trees['workflowTasks.waiting']?.step(by);
    },
  };
}
