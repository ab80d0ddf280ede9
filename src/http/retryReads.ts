import pRetry from 'p-retry';

import { type EngineErrorKind, isEngineError } from '../domain/engineError.ts';

export interface RetryPolicy {
  /** How often a failed read is asked again. */
  readonly retries: number;
  /** The first pause; doubles each time, with jitter. Milliseconds. */
  readonly firstPauseMs: number;
  /** A server that asks for a longer pause than this is not asked again. Milliseconds. */
  readonly longestPauseMs: number;
}

export const politeRetries: RetryPolicy = {
  retries: 2,
  firstPauseMs: 200,
  longestPauseMs: 10_000,
};

const passing: readonly EngineErrorKind[] = ['network', 'unavailable', 'rateLimited'];

/**
 * Repeats a read that failed for a passing reason (no connection, 5xx, 429), no sooner than
 * Retry-After asks. Never for anything that changes something.
 */
export async function retryReads<T>(
  read: () => Promise<T>,
  policy: RetryPolicy,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<T> {
  return await pRetry(read, {
    retries: policy.retries,
    minTimeout: policy.firstPauseMs,
    maxTimeout: policy.longestPauseMs,
    randomize: true,
    signal,
    shouldRetry: async ({ error }) => {
      if (!isEngineError(error) || !passing.includes(error.kind)) return false;
      const asked = error.retryAfterMs ?? 0;
      if (asked > policy.longestPauseMs) return false;
      if (asked > 0) await wait(asked, signal);
      return true;
    },
  });
}
