import type { RequestPreview } from './engine.ts';
import type { Output, Task, TaskRef } from './task.ts';
import type { ExpectedStatus, TaskUpdate } from './update.ts';

/** A task's visible facts at one moment, as the journal keeps them. */
export interface Snapshot {
  readonly status: string;
  readonly output: Output;
  /** True where the engine keeps the output apart: `output` proves nothing then. */
  readonly isOutputHidden?: boolean;
  readonly reason?: string;
  readonly updatedAt?: number;
  /** The fields of the engine's own that can be read back, by key; null where it has no value. */
  readonly fields?: Readonly<Record<string, ShownField>>;
}

export type ShownField = string | number | boolean | null;

/**
 * What a task shows now. A task that is over offers no fields any more: what is to be compared
 * with an earlier snapshot is taken with that one's fields.
 */
export function snapshotOf(task: Task, earlier?: Snapshot): Snapshot {
  const keys = earlier === undefined ? shownKeys(task) : Object.keys(earlier.fields ?? {});
  const fields = Object.fromEntries(keys.map((key) => [key, task.facts[key] ?? null]));
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

/** What became of an update. `after` is what the engine held when it was read again. */
export type Outcome =
  /** The engine shows it. `notes` explain known translations (FAILED → COMPLETED_WITH_ERRORS). */
  | { readonly kind: 'confirmed'; readonly after: Snapshot; readonly notes: readonly string[] }
  /** Accepted, and not visible within the deadline. */
  | { readonly kind: 'pending'; readonly after?: Snapshot; readonly detail: string }
  /** The engine does not hold it. `reason` is the server's own sentence where it gave one. */
  | {
      readonly kind: 'notApplied';
      readonly expected: string;
      readonly actual: string;
      readonly reason?: string;
      readonly after?: Snapshot;
      /** True where the engine refused because somebody else wrote at the same time. */
      readonly isConflict?: true;
    }
  /** The connection broke after sending, and reading again did not settle it. */
  | { readonly kind: 'unknown'; readonly after?: Snapshot; readonly detail: string };

/** Is it open what became of an update? Reading the task again may tell. */
export function isOpenOutcome(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'pending' || outcome.kind === 'unknown';
}

/** One time that the request went out, or tried to. */
export interface Try {
  readonly at: number;
  /** What came of it: the answer's status and words, or the error. */
  readonly result: string;
}

/** The journal's record of one update: written before sending, completed by the outcome. */
export interface JournalEntry {
  readonly id: string;
  readonly ref: TaskRef;
  readonly connectionName: string;
  /** As in Task: absent where it is its id. */
  readonly workflowName?: string;
  readonly taskName: string;
  /** What the same task is called in other executions: `definitionOf`. Older entries lack it. */
  readonly definition?: string;
  readonly update: TaskUpdate;
  /** True where the update cannot be undone, as its StatusOption said. */
  readonly endsTask?: true;
  /** The request as it was about to be sent, where it could be told. No secret is in it. */
  readonly request?: RequestPreview;
  readonly before: Snapshot;
  /** In which statuses it counts as applied, so that a restart can settle it by reading alone. */
  readonly expected?: readonly ExpectedStatus[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly tries: readonly Try[];
  /** Absent while in flight. */
  readonly outcome?: Outcome;
  /** From the send to the outcome, in milliseconds. */
  readonly durationMs?: number;
}
