/** Timers, earliest first; timers of the same time keep the order in which they were set. */
export interface Timers {
  set(at: number, work: () => void): void;
  /** Removes and returns the earliest timer that has expired at `now`. */
  take(now: number): Timer | undefined;
}

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

export function createTimers(): Timers {
  const list: Timer[] = [];
  return {
    set(at, work) {
      let index = list.length;
      while (index > 0 && (list[index - 1]?.at ?? 0) > at) index--;
      list.splice(index, 0, { at, work });
    },
    take(now) {
      const first = list[0];
      return first !== undefined && first.at <= now ? list.shift() : undefined;
    },
  };
}
