import type { Clock } from '../ports.ts';

/** How fast one server is asked: it begins slowly, grows with success and yields to a 429. */
export interface Pace {
  /** How many updates may be under way at the same time. */
  width(): number;
  /** Epoch milliseconds; in the past where nothing holds it up. */
  pausedUntil(): number;
  /** Resolves when the pause that the server asked for is over; rejects with an AbortError. */
  ready(signal: AbortSignal): Promise<void>;
  succeeded(): void;
  /** The server answered 429, and asked for this pause in milliseconds, if for any. */
  throttled(retryAfterMs: number | undefined): void;
}

const firstWidth = 4;
const largestWidth = 16;
// Where the server asks for no time of its own: doubled with each 429 in a row, up to the longest.
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
      // A pause may be prolonged while one waits for its end.
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
      // All that were under way hear the same refusal: it halves the width once.
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
