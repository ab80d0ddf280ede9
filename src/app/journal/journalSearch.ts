import type { JournalEntry } from '../../domain/outcome.ts';
import type { Clock } from '../ports.ts';
import type { Journal } from './journal.ts';
import { fitsFilter, isJournalFiltered } from './journalFilter.ts';
import type { JournalFilter } from './journalFilter.ts';

/** Finds the entries that pass a filter, newest first, at most `limit`. */
export type JournalSearch = (limit: number) => Promise<readonly JournalEntry[]>;

// Entries that are read before other work gets its turn.
const atOnce = 250;

/** Searches the journal for one filter. */
export function createJournalSearch(
  journal: Pick<Journal, 'entries' | 'list'>,
  clock: Clock,
  filter: JournalFilter,
): JournalSearch {
  if (!isJournalFiltered(filter)) return (limit) => journal.list(limit);
  const never = new AbortController().signal;
  return async (limit) => {
    const found: JournalEntry[] = [];
    let read = 0;
    for await (const entry of journal.entries()) {
      if (found.length >= limit) break;
      if (fitsFilter(entry, filter, clock.now())) found.push(entry);
      read += 1;
      if (read % atOnce === 0) await clock.wait(0, never);
    }
    return found;
  };
}
