import type { Clock } from '../ports.ts';

/**
 * The pace of updates to one server. It begins slowly, grows with success and drops after a 429.
 */
export interface Pace {
  /** How many updates may run at the same time. */
  width(): number;
  /** In epoch milliseconds; in the past without a pause. */
  pausedUntil(): number;
  /** Resolves after the pause that the server asked for. Rejects with an AbortError. */
  ready(signal: AbortSignal): Promise<void>;
  succeeded(): void;
  /** Call it after a 429, with the pause in milliseconds that the server asked for, if any. */
  throttled(retryAfterMs: number | undefined): void;
}

const firstWidth = 4;
const largestWidth = 16;
// For a 429 without a pause of its own: doubled with each 429 in a row, up to the longest.
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export function createPace(clock: Clock, onChange: () => void): Pace {
  let width = firstWidth;
  let streak = 0;
  let throttles = 0;
  let until = 0;
  return {
    width: () => width,
    pausedUntil: () => until,

    async ready(signal) {
      // The pause may be prolonged during the wait.
      while (clock.now() < until) await clock.wait(until - clock.now(), signal);
    },

    succeeded() {
      streak += 1;
      throttles = 0;
      if (streak < width || width >= largestWidth) return;
      streak = 0;
      width += 1;
      onChange();
    },

    throttled(retryAfterMs) {
      const now = clock.now();
      streak = 0;
      // All running updates get the same 429, so it halves the width only once.
      if (now >= until) {
        width = Math.max(1, Math.floor(width / 2));
        throttles += 1;
      }
      const pauseMs =
        retryAfterMs ?? Math.min(firstPauseMs * 2 ** Math.max(0, throttles - 1), longestPauseMs);
      until = Math.max(until, now + pauseMs);
      onChange();
    },
  };
}
