import type { JournalEntry } from '../../domain/outcome.ts';
import { timeOf } from './entryIds.ts';
import { beginOf, segmentOpenMs } from './segmentNames.ts';

/**
 * The entries of all segments, newest first. Each segment is read when its turn comes. The segments
 * overlap because several windows write at the same time.
 */
export async function* newestFirst(
  keys: readonly string[],
  read: (key: string) => Promise<ReadonlyMap<string, JournalEntry>>,
): AsyncGenerator<JournalEntry> {
  // By id: a segment that moves meanwhile may be read twice.
  const held = new Map<string, JournalEntry>();
  function* newerThan(time: number) {
    const entries = [...held.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const entry of entries) {
      if (timeOf(entry.id) <= time) return;
      held.delete(entry.id);
      yield entry;
    }
  }
  for (const key of [...keys].sort((a, b) => beginOf(b) - beginOf(a))) {
    yield* newerThan(beginOf(key) + segmentOpenMs);
    for (const [id, entry] of await read(key)) held.set(id, entry);
  }
  yield* newerThan(-Infinity);
}
