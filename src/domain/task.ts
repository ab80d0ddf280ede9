import type { JsonObject } from './json.ts';
import type { UpdateOptions } from './update.ts';

/** The state that icons, colours and sorting share; the engine's own word is `status`. */
export type TaskState =
  | 'waiting'
  | 'running'
  | 'succeeded'
  | 'warned'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/** Where a task stands: enough to read it again after a restart. */
export interface TaskRef {
  /** The connection's id. */
  readonly connection: string;
  /** The workflow's id, for links; no engine looks a task up by it alone. */
  readonly workflow: string;
  /** The execution's id; absent where an engine has none (xpander.ai). */
  readonly execution?: string;
  /** The task's id, unique within the connection. */
  readonly task: string;
}

/** What the engine holds as the task's output: an object, a text, or nothing yet. */
export type Output = JsonObject | string | undefined;

/** One task as it was at one moment. Times are epoch milliseconds. */
export interface Task {
  readonly ref: TaskRef;
  /** What people call its workflow, where that is not its id and the engine knows it. */
  readonly workflowName?: string;
  /** What people of the engine call it: reference name, external id or title. */
  readonly name: string;
  /** The name of the task definition, where it differs from the reference name. */
  readonly definition?: string;
  /** The engine's own word for the kind of task: HUMAN, function, … */
  readonly type: string;
  /** The engine's own word, shown as it is. */
  readonly status: string;
  readonly state: TaskState;
  /** True when the engine takes no more updates for it. */
  readonly terminal: boolean;
  readonly input: JsonObject;
  readonly output: Output;
  /** True where the engine keeps the output apart, so that `output` does not show it. */
  readonly isOutputHidden?: boolean;
  /** The engine's reason why it failed or was cancelled. */
  readonly reason?: string;
  /** 0 for the first try. */
  readonly attempt: number;
  /** 1 for the first round of a loop; absent outside loops. */
  readonly iteration?: number;
  readonly scheduledAt?: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** When the engine last changed it; part of the proof that nobody else did. */
  readonly updatedAt?: number;
  /** Who works on it, or did last. */
  readonly worker?: string;
  /** The execution that this task started, where it is a sub-workflow. */
  readonly child?: { readonly execution: string; readonly workflow: string };
  /** True where it may have started tasks of the same kind, which are read when it is opened. */
  readonly hasChildren?: boolean;
  /** What the engine knows beyond that and its own code needs to send an update. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** What may be sent to this very task. */
  readonly options: UpdateOptions;
}

export function sameTask(a: TaskRef, b: TaskRef): boolean {
  return a.connection === b.connection && a.task === b.task && a.execution === b.execution;
}

/**
 * What tasks of other executions share with this one: their definition's name, their own name
 * where it is the same, or their workflow where tasks have no definition.
 */
export function definitionOf(task: Pick<Task, 'ref' | 'name' | 'definition'>): string {
  if (task.definition !== undefined) return task.definition;
  return task.ref.execution === undefined ? task.ref.workflow : task.name;
}

/** The best name that is known of the workflow of a task, a draft or an update. */
export function workflowTitle(of: {
  readonly ref: TaskRef;
  readonly workflowName?: string | undefined;
}): string {
  return of.workflowName ?? of.ref.workflow;
}

/** A stable key for tree ids, drafts and caches. */
export function taskKey(ref: TaskRef): string {
  return [ref.connection, ref.execution ?? '', ref.task].map(encodeURIComponent).join('/');
}
