import type { Engine } from '../../domain/engine.ts';
import { isAbort, retryAfterMsOf } from '../../domain/engineError.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { Clock } from '../ports.ts';
import { compare } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import type { Knowledge } from './evidence.ts';
import { mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** The task as it was last read, compared with the expectation. */
export type Observation =
  | { readonly kind: 'shown'; readonly after: Snapshot; readonly comparison: Comparison }
  /** The engine knows no such task any more. */
  | { readonly kind: 'gone' }
  /** One's own later update hides what became of this one. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

export interface VerifyRequest {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly ref: TaskRef;
  readonly expectation: Expectation;
  readonly known: Knowledge;
  /** When the update was about to be sent, in epoch milliseconds. */
  readonly sentAt: number;
  /** How long to keep reading, in milliseconds. 0 reads once. */
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

// Pauses between reads: 50 ms at first, then doubled each time up to the longest.
const firstDelayMs = 50;
const longestDelayMs = 5_000;

/**
 * Reads the task until it shows the update or the time is over, and returns the last observation. A
 * contradiction does not end the reading: the task may pass through other states first. Throws only
 * the signal's AbortError.
 */
export async function verify(request: VerifyRequest): Promise<Observation> {
  const { clock, signal, withinMs } = request;
  const until = clock.now() + withinMs;
  for (let delay = firstDelayMs; ; delay = Math.min(delay * 2, longestDelayMs)) {
    const observation = await readOnce(request);
    const left = until - clock.now();
    const asked = observation.kind === 'unreadable' ? retryAfterMsOf(observation.error) : 0;
    const pause = Math.max(Math.min(delay, left), asked);
    if (isProof(observation) || left <= 0 || pause > left) return observation;
    await clock.wait(pause, signal);
  }
}

async function readOnce(request: VerifyRequest): Promise<Observation> {
  const { engine, ref, expectation, known, signal } = request;
  try {
    const task = await engine.readTask(ref, signal);
    if (task === undefined) return { kind: 'gone' };
    const after = snapshotOf(task, expectation.before);
    const restShows = await lookForRest(request, after);
    return {
      kind: 'shown',
      after,
      comparison: compare(expectation, { ...known, restShows }, after),
    };
  } catch (error) {
    if (isAbort(error) && signal.aborted) throw error;
    // Any other failure proves nothing. The next read may succeed.
    return { kind: 'unreadable', error };
  }
}

/** Looks for what the task never shows, once it shows all else. */
async function lookForRest(request: VerifyRequest, after: Snapshot): Promise<boolean> {
  const { engine, ref, expectation, sentAt, signal } = request;
  if (engine.showsRest === undefined || unseenFields(expectation).length === 0) return false;
  if (mismatches(expectation, after).length > 0) return false;
  return engine.showsRest(ref, expectation.update, sentAt, signal);
}

function isProof(observation: Observation): boolean {
  return observation.kind === 'shown' && observation.comparison.kind === 'applied';
}
