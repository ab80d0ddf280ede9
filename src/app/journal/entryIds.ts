export interface EntryIds {
  /**
   * An id that sorts by time. It keeps the order of calls even if the clock stands still or goes
   * back.
   */
  next(now: number): string;
  /** True for an id of this window. */
  isOwn(id: string): boolean;
}

/** Ids of journal entries; `window` is unique among all windows and runs. */
export function createEntryIds(window: string): EntryIds {
  let count = 0;
  let latest = 0;
  return {
    next(now) {
      count += 1;
      latest = Math.max(latest, now);
      // Epoch milliseconds have 13 digits until the year 2286.
      return `${String(latest).padStart(13, '0')}-${String(count).padStart(6, '0')}-${window}`;
    },
    isOwn: (id) => id.endsWith(`-${window}`),
  };
}

/** When the entry with this id was made, in epoch milliseconds. */
export function timeOf(id: string): number {
  return Number.parseInt(id, 10);
}

/** The window that made the entry with this id. */
export function windowOf(id: string): string {
  return id.split('-').slice(2).join('-');
}
