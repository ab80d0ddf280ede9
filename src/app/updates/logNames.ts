import { timeOf, windowOf } from './entryIds.ts';

/** How long a log takes new entries, for in a long run there is always one in flight. */
export const logTakesMs = 60_000;

// A log is named after its first entry, and when it is settled also by how many it holds, so that
// what is old can be dropped by name alone.

export function settledLogKey(folder: string, first: string, count: number): string {
  return `${folder}${first}${count === 1 ? '' : `+${count}`}`;
}

/** The first entry of a log. */
export function firstOf(key: string): string {
  return key.slice(key.indexOf('/') + 1).split('+')[0] ?? '';
}

export function countOf(key: string): number {
  return Number(key.split('+')[1] ?? 1);
}

/** When its first entry was made, epoch milliseconds. */
export function beginOf(key: string): number {
  return timeOf(firstOf(key));
}

/** The one log that may hold an entry: the entries of a window, and so its logs, are in order. */
export function logOf(keys: readonly string[], id: string): string | undefined {
  return keys
    .filter((key) => windowOf(firstOf(key)) === windowOf(id) && firstOf(key) <= id)
    .sort((a, b) => (firstOf(a) < firstOf(b) ? 1 : -1))[0];
}
