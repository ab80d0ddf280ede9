import type { Problem } from '../problem.ts';
import type { Question } from './question.ts';
import type { Submission } from './submission.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';

/** Steps of an update that a person can see, in their order. */
export type Phase = 'checking' | 'asking' | 'sending' | 'verifying';

/** A submission, and how its sender takes part in it. */
export interface SubmitRequest extends Submission {
  /** Called where there is a reason to ask, and again where the task changed while it was asked. */
  readonly ask: (question: Question) => Promise<'send' | 'cancel'>;
  /** Cancels until the request has left; afterwards ignored. */
  readonly signal: AbortSignal;
  readonly onPhase?: (phase: Phase) => void;
  /** The server answered a send with 429; the pause that it asked for, in milliseconds. */
  readonly onThrottled?: (retryAfterMs: number | undefined) => void;
}

export type Submitted =
  | { readonly kind: 'settled'; readonly entry: SettledEntry }
  /** The person changed their mind and the engine holds nothing of it; the draft is kept. */
  | { readonly kind: 'cancelled' }
  /** Nothing was sent; the draft is kept. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };
