import type { OddRecord } from './oddRecord.ts';
import type { Task, TaskState } from './task.ts';

/** A definition that can be run. */
export interface Workflow {
  /** Unique within the connection: the engine's name or id. */
  readonly id: string;
  readonly name: string;
  /** The newest version, in the engine's words. */
  readonly version?: string;
  readonly versions: readonly string[];
  /** The engine's word for the kind of workflow, where it has several: "agent". */
  readonly kind?: string;
  /** Creation or last change, in epoch milliseconds. */
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

/**
 * A node of an execution's tree: a task with its earlier attempts, or a group (branch, iteration).
 */
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
  /** Its tasks that could not be read. */
  readonly odd?: readonly OddRecord[];
}

/** Conditions that all have to hold; an absent one excludes nothing. */
export interface ExecutionFilter {
  readonly workflow?: string;
  /** The engine's status words. */
  readonly statuses?: readonly string[];
  readonly startedAfter?: number;
  readonly startedBefore?: number;
  readonly text?: string;
}

export interface PageRequest {
  readonly size: number;
  /** `next` of the previous page; absent for the first page. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
  /** The total over all pages, where the engine reports it. */
  readonly total?: number;
  /** Says what the list lacks and why ("this server has no index: only running executions"). */
  readonly notice?: string;
  /** The records of this page that could not be read. */
  readonly odd?: readonly OddRecord[];
}
