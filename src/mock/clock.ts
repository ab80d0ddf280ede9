/** The only source of time in the mock, in epoch milliseconds. */
export interface MockClock {
  now(): number;
  /** Moves the clock forward. */
  advance(ms: number): void;
  /**
   * Runs `work` with the clock at `at`: for seeds, and for timers that expired between two
   * requests.
   */
  pinned<T>(at: number, work: () => T): T;
  /** Undoes every advance. */
  reset(): void;
}

/** @param source the real time; the system clock by default */
export function createClock(source: () => number = Date.now): MockClock {
  let offset = 0;
  let pin: number | undefined;
  return {
    now: () => pin ?? source() + offset,
    advance(ms) {
      offset += ms;
    },
    pinned(at, work) {
      const before = pin;
      pin = at;
      try {
        return work();
      } finally {
        pin = before;
      }
    },
    reset() {
      offset = 0;
    },
  };
}
