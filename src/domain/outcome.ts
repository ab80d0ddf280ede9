import type { RequestPreview } from './engine.ts';
import type { Snapshot } from './snapshot.ts';
import type { TaskRef } from './task.ts';
import type { ExpectedStatus, TaskUpdate } from './taskUpdate.ts';

/** The result of an update. `after` is the task as it was read after sending. */
export type Outcome =
  /**
   * The engine shows the update. `notes` explain known translations (FAILED →
   * COMPLETED_WITH_ERRORS).
   */
  | { readonly kind: 'confirmed'; readonly after: Snapshot; readonly notes: readonly string[] }
  /** The update was applied, and somebody changed the task after it. `after` is that change. */
  | { readonly kind: 'overtaken'; readonly after: Snapshot; readonly detail: string }
  /** The engine accepted the update but did not show it before the deadline. */
  | { readonly kind: 'pending'; readonly after?: Snapshot; readonly detail: string }
  /**
   * Proven: the update was not sent, or the server refused it and the task does not show it.
   * `reason` is the server's own message, if it gave one.
   */
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
   * The update may have left or not: the answer was lost, or the task contradicts the answer, and
   * reading the task did not settle what happened.
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
