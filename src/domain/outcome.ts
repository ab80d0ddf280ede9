import type { RequestPreview } from './engine.ts';
import type { Output, Task, TaskRef } from './task.ts';
import type { ExpectedStatus, TaskUpdate } from './taskUpdate.ts';

/** The visible state of a task at one moment, as the journal keeps it. */
export interface Snapshot {
  readonly status: string;
  readonly output: Output;
  /** True where the engine stores the output elsewhere, so `output` proves nothing. */
  readonly isOutputHidden?: boolean;
  readonly reason?: string;
  readonly updatedAt?: number;
  /** The engine's own fields that can be read back, by key; null for a field without a value. */
  readonly fields?: Readonly<Record<string, ShownField>>;
}

export type ShownField = string | number | boolean | null;

/**
 * The visible state of a task now. A finished task no longer lists its fields, so a snapshot that
 * is to be compared with an earlier one reads the fields of the earlier one.
 */
export function snapshotOf(task: Task, earlier?: Snapshot): Snapshot {
  const keys = earlier === undefined ? shownKeys(task) : Object.keys(earlier.fields ?? {});
  const fields = Object.fromEntries(keys.map((key) => [key, task.engineFields[key] ?? null]));
  return {
    status: task.status,
    output: task.output,
    ...(task.isOutputHidden === true ? { isOutputHidden: true } : {}),
    ...(keys.length === 0 ? {} : { fields }),
    ...(task.reason === undefined ? {} : { reason: task.reason }),
    ...(task.updatedAt === undefined ? {} : { updatedAt: task.updatedAt }),
  };
}

function shownKeys({ options }: Task): readonly string[] {
  return options.fields.filter(({ shown }) => shown === true).map(({ key }) => key);
}

/** The result of an update. `after` is the task as it was read after sending. */
export type Outcome =
  /**
   * The engine shows the update. `notes` explain known translations (FAILED →
   * COMPLETED_WITH_ERRORS).
   */
  | { readonly kind: 'confirmed'; readonly after: Snapshot; readonly notes: readonly string[] }
  /** The engine accepted the update but did not show it before the deadline. */
  | { readonly kind: 'pending'; readonly after?: Snapshot; readonly detail: string }
  /** The engine does not show the update. `reason` is the server's own message, if it gave one. */
  | {
      readonly kind: 'notApplied';
      readonly expected: string;
      readonly actual: string;
      readonly reason?: string;
      readonly after?: Snapshot;
      /** True where the engine rejected the update because somebody else wrote at the same time. */
      readonly isConflict?: true;
    }
  /**
   * The connection broke after sending, and reading the task again did not settle what happened.
   */
  | { readonly kind: 'unknown'; readonly after?: Snapshot; readonly detail: string };

/** True while the result is not settled: reading the task again may settle it. */
export function isOpenOutcome(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'pending' || outcome.kind === 'unknown';
}

/** One attempt to send the request. */
export interface Try {
  readonly at: number;
  /** The status and message of the answer, or the error. */
  readonly result: string;
}

/** The journal's record of one update: written before sending and completed with the outcome. */
export interface JournalEntry {
  readonly id: string;
  readonly ref: TaskRef;
  readonly connectionName: string;
  /** As in Task: absent where the name equals the workflow's id. */
  readonly workflowName?: string;
  /** As in Task. */
  readonly correlationId?: string;
  readonly taskName: string;
  /** The result of `definitionOf` for the task. Older entries lack it. */
  readonly definition?: string;
  readonly update: TaskUpdate;
  /** True where the update cannot be undone, according to its StatusOption. */
  readonly endsTask?: true;
  /**
   * The request as it was about to be sent, without secrets; absent where the engine has no
   * preview.
   */
  readonly request?: RequestPreview;
  readonly before: Snapshot;
  /**
   * The statuses in which the update counts as applied. A restart needs them to settle the update
   * by reading alone.
   */
  readonly expected?: readonly ExpectedStatus[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly tries: readonly Try[];
  /** Absent while in flight. */
  readonly outcome?: Outcome;
  /** Milliseconds from the send to the outcome. */
  readonly durationMs?: number;
}
