import type { Task, TaskState } from './task.ts';

/** A definition that can run. */
export interface Workflow {
  /** Unique within the connection: the engine's name or id. */
  readonly id: string;
  readonly name: string;
  /** The newest version, in the engine's words. */
  readonly version?: string;
  readonly versions: readonly string[];
  /** The engine's own word for the kind, where it has several: "agent". */
  readonly kind?: string;
  /** When it was made or last changed; epoch milliseconds. */
  readonly updatedAt?: number;
}

/** One run of a workflow. Times are epoch milliseconds. */
export interface Execution {
  readonly id: string;
  readonly workflow: string;
  readonly version?: string;
  readonly status: string;
  readonly state: TaskState;
  readonly terminal: boolean;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly correlationId?: string;
}

/** A node of an execution's tree: a task with its earlier tries, or a group (branch, iteration). */
export type ExecutionNode =
  | {
      readonly kind: 'task';
      readonly task: Task;
      readonly attempts: readonly Task[];
      readonly children: readonly ExecutionNode[];
    }
  | {
      readonly kind: 'group';
      /** Unique among its siblings. */
      readonly key: string;
      readonly label: string;
      readonly children: readonly ExecutionNode[];
    };

export interface ExecutionDetail {
  readonly execution: Execution;
  readonly nodes: readonly ExecutionNode[];
}

/** Which executions to list; absent means all. */
export interface ExecutionFilter {
  readonly workflow?: string;
  /** Engine status words. */
  readonly statuses?: readonly string[];
  readonly startedAfter?: number;
  readonly startedBefore?: number;
  readonly text?: string;
}

export interface PageRequest {
  readonly size: number;
  /** From the page before; absent for the first page. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
  /** How many there are in all, where the engine says. */
  readonly total?: number;
  /** What is missing from the list and why ("this server has no index: only running executions"). */
  readonly notice?: string;
}
