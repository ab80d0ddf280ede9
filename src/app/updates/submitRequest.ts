import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Problem } from '../problem.ts';
import type { Question } from './question.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';

/** Steps of an update that a person can see, in their order. */
export type Phase = 'checking' | 'asking' | 'sending' | 'verifying';

export interface SubmitRequest {
  readonly base: Task;
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
  /** True when the caller keeps what was typed: then no draft of this task is written. */
  readonly skipDraft?: true;
}

export type Submitted =
  | { readonly kind: 'settled'; readonly entry: SettledEntry }
  /** The person changed their mind and the engine holds nothing of it; the draft is kept. */
  | { readonly kind: 'cancelled' }
  /** Nothing was sent; the draft is kept. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
