import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../src/app/ports.ts';

export interface FakeClock extends Clock {
  /** Every wait asked for, in milliseconds. */
  readonly waits: number[];
  /** Runs an action as soon as the time has come. */
  at(time: number, action: () => void): void;
  /** Lets time pass. */
  pass(ms: number): void;
}

/** A clock that never really waits: whoever waits moves the time on. */
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
      // Others get their turn, so that an endless loop of waits ends with the test's own timeout.
      await setImmediate();
    },
  };
}

export function abortError(): Error {
  return Object.assign(new Error('aborted'), { name: 'AbortError' });
}
