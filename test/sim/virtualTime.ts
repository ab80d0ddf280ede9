import { setImmediate } from 'node:timers';

/** Time that passes only when nothing else is left to do. In epoch milliseconds. */
export interface VirtualTime {
  now(): number;
  /** Calls `work` at this time. Returns a function that takes the timer away. */
  at(time: number, work: () => void): () => void;
  wait(ms: number): Promise<void>;
  /** How many timers are set. */
  pending(): number;
  /** Counts work that takes turns of the event loop: time stands still until it is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass until the promise settles. Rejects where time cannot settle it. */
  until<T>(goal: Promise<T>, latest: number): Promise<T>;
  /**
   * Replaces setTimeout and Math.random of this thread, which packages use. Returns a function that
   * restores them.
   */
  install(random: () => number): () => void;
}

interface Timer {
  readonly time: number;
  readonly work: () => void;
  isSet: boolean;
}

export class TimeStandsStill extends Error {}

export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  let busy = 0;
  let timers: Timer[] = [];

  function at(time: number, work: () => void): () => void {
    const timer: Timer = { time: Math.max(time, now), work, isSet: true };
    let index = timers.length;
    while (index > 0 && (timers[index - 1]?.time ?? 0) > timer.time) index--;
    timers.splice(index, 0, timer);
    return () => {
      if (timer.isSet) timers = timers.filter((one) => one !== timer);
      timer.isSet = false;
    };
  }

  // All microtasks run before the next turn, so whatever can go on without time has gone on.
  async function settleNow(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (busy === 0) return;
    }
  }

  function fireNext(): boolean {
    const timer = timers.shift();
    if (timer === undefined) return false;
    now = timer.time;
    timer.isSet = false;
    timer.work();
    return true;
  }

  return {
    now: () => now,
    at,
    wait: (ms) => new Promise((resolve) => void at(now + ms, resolve)),
    pending: () => timers.length,

    async during(work) {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },

    async until(goal, latest) {
      let isDone = false;
      const watched = goal.finally(() => (isDone = true));
      // Its failure is thrown below.
      watched.catch(() => undefined);
      for (;;) {
        await settleNow();
        if (isDone) return watched;
        if (now > latest) throw new TimeStandsStill('It does not end.');
        if (!fireNext()) throw new TimeStandsStill('Nobody is left who could end it.');
      }
    },

    install(random) {
      const { setTimeout, clearTimeout } = globalThis;
      const { random: realRandom } = Math;
      const set = (work: () => void, ms = 0) => at(now + ms, work);
      globalThis.setTimeout = set as unknown as typeof setTimeout;
      globalThis.clearTimeout = ((cancel?: () => void) => cancel?.()) as typeof clearTimeout;
      Math.random = random;
      return () => {
        globalThis.setTimeout = setTimeout;
        globalThis.clearTimeout = clearTimeout;
        Math.random = realRandom;
      };
    },
  };
}
