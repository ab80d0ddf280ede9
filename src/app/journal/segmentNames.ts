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

/** The one segment that may hold an entry. Entries and segments of one window are in order. */
export function segmentKeyOf(keys: readonly string[], id: string): string | undefined {
  return keys
    .filter((key) => windowOf(firstOf(key)) === windowOf(id) && firstOf(key) <= id)
    .sort((a, b) => (firstOf(a) < firstOf(b) ? 1 : -1))[0];
}
