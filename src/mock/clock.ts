/** The mock's time in epoch milliseconds. Every part of the mock reads it and none reads another. */
export interface MockClock {
  now(): number;
  /** Moves the clock on; the past stays as it is. */
  advance(ms: number): void;
  /** Runs `work` as if it were `at`: for things that fell due while nobody asked, and for seeds. */
  pinned<T>(at: number, work: () => T): T;
  /** Takes back every advance. */
  reset(): void;
}

/** @param source where the time comes from; the system clock by default */
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
