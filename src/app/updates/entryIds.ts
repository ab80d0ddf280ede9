export interface EntryIds {
  /** An id that sorts by time, and by order within the same millisecond. */
  next(now: number): string;
  /** True for an id that these ids made. */
  isOwn(id: string): boolean;
}

/** Ids of journal entries; `window` is unique among all windows and runs. */
export function createEntryIds(window: string): EntryIds {
  let count = 0;
  return {
    next(now) {
      count += 1;
      // Epoch milliseconds have 13 digits until the year 2286.
      return `${String(now).padStart(13, '0')}-${String(count).padStart(6, '0')}-${window}`;
    },
    isOwn: (id) => id.endsWith(`-${window}`),
  };
}

/** When the entry with this id was made, epoch milliseconds. */
export function timeOf(id: string): number {
  return Number.parseInt(id, 10);
}
