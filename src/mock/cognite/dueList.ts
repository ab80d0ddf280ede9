/** Things that fall due, earliest first; what fell due together comes in the order it was set. */
export interface DueList {
  set(at: number, work: () => void): void;
  /** Takes the next thing that is due at `now`. */
  take(now: number): Due | undefined;
}

interface Due {
  readonly at: number;
  readonly work: () => void;
}

export function createDueList(): DueList {
  const list: Due[] = [];
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
