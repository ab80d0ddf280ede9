import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../src/app/ports.ts';

export interface FakeClock extends Clock {
  /** The requested waits, in milliseconds. */
  readonly waits: number[];
  /** Runs an action when the clock reaches a time. */
  at(time: number, action: () => void): void;
  /** Moves the clock forward. */
  pass(ms: number): void;
}

/** A clock that never really waits: each wait moves the time forward. */
export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let time = start;
  let plans: { readonly time: number; readonly action: () => void }[] = [];
  const waits: number[] = [];

  function pass(ms: number): void {
    const end = time + ms;
    const due = plans.filter((plan) => plan.time <= end).sort((a, b) => a.time - b.time);
    plans = plans.filter((plan) => plan.time > end);
    for (const plan of due) {
      time = Math.max(time, plan.time);
      plan.action();
    }
    time = end;
  }

  return {
    waits,
    pass,
    now: () => time,
    at(when, action) {
      plans.push({ time: when, action });
    },
    async wait(ms, signal) {
      waits.push(ms);
      if (!signal.aborted) pass(ms);
      if (signal.aborted) throw abortError();
      // Yields to other work, so that an endless loop of waits ends with the test's timeout.
      await setImmediate();
    },
  };
}

export function abortError(): Error {
  return Object.assign(new Error('aborted'), { name: 'AbortError' });
}
