import { timeOf, windowOf } from './entryIds.ts';

/** How long a segment takes new entries. In a long run one is always in flight. */
export const segmentOpenMs = 60_000;

// A segment is named after its first entry. A closed one also tells how many entries it holds, so
// that old ones are found by their names alone.

export function closedSegmentKey(folder: string, first: string, count: number): string {
  return `${folder}${first}${count === 1 ? '' : `+${count}`}`;
}

/** The id of a segment's first entry. */
export function firstOf(key: string): string {
  return key.slice(key.indexOf('/') + 1).split('+')[0] ?? '';
}

export function countOf(key: string): number {
  return Number(key.split('+')[1] ?? 1);
}

/** When its first entry was made, in epoch milliseconds. */
export function beginOf(key: string): number {
  return timeOf(firstOf(key));
}

/**
 * The segments that may hold an entry, the likeliest first. Entries of one window are in order, so
 * that is the newest one that begins before the entry. Earlier versions named a segment after an
 * entry that was not its oldest, so others that took entries in those minutes follow.
 */
export function segmentKeysFor(keys: readonly string[], id: string): readonly string[] {
  const time = timeOf(id);
  const near = keys.filter(
    (key) =>
      Math.abs(beginOf(key) - time) <= segmentOpenMs && windowOf(firstOf(key)) === windowOf(id),
  );
  const byName = near.toSorted((a, b) => (firstOf(a) < firstOf(b) ? 1 : -1));
  const isBefore = (key: string) => firstOf(key) <= id;
  return [...byName.filter(isBefore), ...byName.filter((key) => !isBefore(key)).reverse()];
}
