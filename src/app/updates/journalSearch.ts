import type { JournalEntry } from '../../domain/outcome.ts';
import type { Clock } from '../ports.ts';
import type { Journal } from './journal.ts';
import { fitsFilter, isJournalFiltered } from './journalFilter.ts';
import type { JournalFilter } from './journalFilter.ts';

/** Entries that fit a filter, newest first, at most `limit`. */
export type JournalSearch = (limit: number) => Promise<readonly JournalEntry[]>;

// So many entries are read in one go before others get their turn.
const atOnce = 250;

/**
 * Searches the journal for one filter, again and again as it grows: what did not fit once, and
 * can change no more, is not read again.
 */
export function createJournalSearch(
  journal: Pick<Journal, 'ids' | 'read' | 'list'>,
  clock: Clock,
  filter: JournalFilter,
): JournalSearch {
  if (!isJournalFiltered(filter)) return (limit) => journal.list(limit);
  const misses = new Set<string>();
  const never = new AbortController().signal;
  return async (limit) => {
    const found: JournalEntry[] = [];
    const ids = (await journal.ids()).filter((id) => !misses.has(id));
    while (found.length < limit && ids.length > 0) {
      const entries = await Promise.all(ids.splice(0, atOnce).map(journal.read));
      for (const entry of entries) {
        if (entry === undefined) continue;
        if (fitsFilter(entry, filter, clock.now())) found.push(entry);
        else if (isFinal(entry)) misses.add(entry.id);
      }
      if (ids.length > 0) await clock.wait(0, never);
    }
    return found.slice(0, limit);
  };
}

// Pending and unknown may still become confirmed.
function isFinal({ outcome }: JournalEntry): boolean {
  return outcome?.kind === 'confirmed' || outcome?.kind === 'notApplied';
}
