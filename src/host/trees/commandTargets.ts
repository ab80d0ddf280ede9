import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
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
import type { ExecutionRef, TargetTrees } from './targetRow.ts';
import type { WorkflowNode } from './workflowNode.ts';

/** The task that a command was called on. */
interface TaskTarget {
  /** Undefined where the command was called on nothing: then it asks. */
  readonly task: Task | undefined;
  /** Of a row that was called on by key: notes its place, and returns how to move on from there. */
  readonly leaving: (() => () => Promise<void>) | undefined;
}

/** What a command does to a task. */
export type RunOnTask = (
  task: TaskTarget['task'],
  leaving?: TaskTarget['leaving'],
) => Promise<unknown>;

/** The selected rows that a command was called on, reduced to the tasks among them. */
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

  /** Undefined where a key was pressed on a row that is no task: then the person was told. */
  async function taskTarget(argument: unknown): Promise<TaskTarget | undefined> {
    const row = await rowOf(argument);
    const tree = targetTree(argument, trees);
    const task = taskOf(row) ?? (await taskBehind(argument));
    if (task !== undefined || tree === undefined) {
      return { task, leaving: row && tree && (() => tree.leaving(row)) };
    }
    const hint = 'This key works on a task: move to a task row first.';
    vscode.window.setStatusBarMessage(hint, 5000);
    return undefined;
  }

  return {
    row: rowOf,
    rows: rowsOf,
    forTask: (run) => async (argument) => {
      const target = await taskTarget(argument);
      if (target !== undefined) await run(target.task, target.leaving);
    },
    forTasks: (one, many) => async (argument, selected) => {
      const rows = rowsOf(argument, selected);
      if (rows.length < 2) {
        const target = await taskTarget(argument);
        if (target !== undefined) await one(target.task, target.leaving);
        return;
      }
      const tasks = rows.flatMap((row) => (row.kind === 'task' && !row.past ? [row.task] : []));
      await many({ tasks, rows: rows.length });
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
