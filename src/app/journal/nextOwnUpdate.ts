import type { JournalEntry } from '../../domain/outcome.ts';
import { sameTask } from '../../domain/task.ts';
import type { Journal } from './journal.ts';

/**
 * The first update of the same task that was sent after this one, from any window; undefined without
 * one. An update that was not applied does not count.
 */
export async function nextOwnUpdate(
  journal: Pick<Journal, 'entries'>,
  { id, ref }: JournalEntry,
): Promise<JournalEntry | undefined> {
  let next: JournalEntry | undefined;
  // Ids sort by time, and the newest come first.
  for await (const entry of journal.entries()) {
    if (entry.id <= id) break;
    if (sameTask(entry.ref, ref) && entry.outcome?.kind !== 'notApplied') next = entry;
  }
  return next;
}
