import { encodeKey } from './encodeKey.ts';
import type { JsonObject } from './json.ts';
import type { UpdateOptions } from './taskUpdate.ts';

export const taskStates = [
  'waiting',
  'running',
  'succeeded',
  'warned',
  'failed',
  'cancelled',
  'unknown',
] as const;

/** The shared state behind icons, colours and sorting. The engine's own word is `status`. */
export type TaskState = (typeof taskStates)[number];

/** Identifies a task well enough to read it again after a restart. */
export interface TaskRef {
  /** The connection's id. */
  readonly connection: string;
  /** The workflow's id. Links need it; no engine finds a task by it alone. */
  readonly workflow: string;
  /** The execution's id; absent where an engine has none (xpander.ai). */
  readonly execution?: string;
  /** The task's id, unique within the connection. */
  readonly task: string;
}

/** The output that the engine holds: an object, a text, or nothing yet. */
export type Output = JsonObject | string | undefined;

/** One task as it was at one moment. Times are epoch milliseconds. */
export interface Task {
  readonly ref: TaskRef;
  /** The workflow's display name, where it differs from the id and the engine reports it. */
  readonly workflowName?: string;
  /** The name that the engine's users know: reference name, external id or title. */
  readonly name: string;
  /** The name of the task definition, where it differs from the reference name. */
  readonly definition?: string;
  /** The engine's word for the kind of task: HUMAN, function, … */
  readonly type: string;
  /** The engine's own word, displayed unchanged. */
  readonly status: string;
  readonly state: TaskState;
  /** True when the engine takes no more updates for it. */
  readonly terminal: boolean;
  readonly input: JsonObject;
  readonly output: Output;
  /** True where the engine stores the output elsewhere, so that `output` does not show it. */
  readonly isOutputHidden?: boolean;
  /** The engine's reason for a failure or a cancellation. */
  readonly reason?: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** 1 for the first iteration of a loop; absent outside loops. */
  readonly iteration?: number;
  readonly scheduledAt?: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Time of the last change; part of the check that nobody else changed the task. */
  readonly updatedAt?: number;
  /** The worker that runs the task, or ran it last. */
  readonly worker?: string;
  /** The execution that a sub-workflow task started. */
  readonly child?: { readonly execution: string; readonly workflow: string };
  /**
   * True where the task may have child tasks of the same kind; they are read when its row is
   * expanded.
   */
  readonly hasChildren?: boolean;
  /** True where a list showed the task, and the list may lack engine fields or name them otherwise. */
  readonly isFromList?: true;
  /** Values that the engine's own code needs to explain and send an update. */
  readonly engineFields: Readonly<Record<string, string | number | boolean>>;
  /** What may be sent to this task now. */
  readonly options: UpdateOptions;
}

export function sameTask(a: TaskRef, b: TaskRef): boolean {
  return a.connection === b.connection && a.task === b.task && a.execution === b.execution;
}

/**
 * The key under which tasks of other executions count as the same task: the definition's name, else
 * the task's own name, or the workflow where tasks have no definition.
 */
export function definitionOf(task: Pick<Task, 'ref' | 'name' | 'definition'>): string {
  if (task.definition !== undefined) return task.definition;
  return task.ref.execution === undefined ? task.ref.workflow : task.name;
}

/** The workflow's name for display: its own name if known, else its id. */
export function workflowTitle(of: {
  readonly ref: TaskRef;
  readonly workflowName?: string | undefined;
}): string {
  return of.workflowName ?? of.ref.workflow;
}

/** A stable key for tree ids, drafts and caches. */
export function taskKey(ref: TaskRef): string {
  return [ref.connection, ref.execution ?? '', ref.task].map(encodeKey).join('/');
}
