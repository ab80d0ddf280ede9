import type { Connection } from '../../domain/connection.ts';
import type { JournalEntry, Outcome, Snapshot } from '../../domain/outcome.ts';
import type { Output, Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';

/** Steps of an update that a person can see, in their order. */
export type Phase = 'checking' | 'asking' | 'sending' | 'verifying';

/** Why an update was refused before any request: one sentence, and where it is about. */
export interface Problem {
  readonly message: string;
  /** A path into the update: `['output', 'value', 'amount']`, `['fields', 'logs']`. */
  readonly path?: readonly (string | number)[];
}

/** What differs between the task as the person saw it and as it is now; both sides in words. */
export interface Change {
  readonly what: 'status' | 'output' | 'worker' | 'field' | 'time';
  readonly from: string;
  readonly to: string;
}

/** Why the person is asked at all. */
export type AskReason = 'production' | 'stopsWorkflow' | 'changed' | 'review';

/** What must be agreed to before sending. */
export interface Question {
  readonly connection: Connection;
  /** The task as it is now. */
  readonly task: Task;
  /** The task as the person saw it. */
  readonly seen: Task;
  readonly update: TaskUpdate;
  readonly before: Snapshot;
  /** What the task will be: the status sent, and the output after merging. */
  readonly proposed: { readonly status: string; readonly output: Output };
  readonly changes: readonly Change[];
  /** True where the output sent would overwrite what somebody else wrote since the person looked. */
  readonly overwrites: boolean;
  /** Sentences on what the update will cause. */
  readonly consequences: readonly string[];
  /** Never empty. */
  readonly reasons: readonly AskReason[];
}

export interface SubmitRequest {
  readonly seen: Task;
  readonly update: TaskUpdate;
  /** Called where there is a reason to ask, and again where the task changed while it was asked. */
  readonly ask: (question: Question) => Promise<'send' | 'cancel'>;
  /** True: always ask. */
  readonly review?: boolean;
  /** Cancels until the request has left; afterwards ignored. */
  readonly signal: AbortSignal;
  readonly onPhase?: (phase: Phase) => void;
  /** The server answered a send with 429; the pause that it asked for, in milliseconds. */
  readonly onThrottled?: (retryAfterMs: number | undefined) => void;
  /** True where whoever calls keeps what was typed: no draft of this task is written then. */
  readonly keptElsewhere?: true;
}

/** A journal entry that is in flight no more. */
export type SettledEntry = JournalEntry & { readonly outcome: Outcome };

export type Submitted =
  | { readonly kind: 'settled'; readonly entry: SettledEntry }
  /** The person changed their mind and the engine holds nothing of it; the draft is kept. */
  | { readonly kind: 'cancelled' }
  /** Nothing was sent; the draft is kept. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
