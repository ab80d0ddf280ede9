import type { JournalEntry, Outcome } from '../../domain/outcome.ts';

/** A journal entry with its outcome. */
export type SettledEntry = JournalEntry & { readonly outcome: Outcome };

export function isSettled(entry: JournalEntry): entry is SettledEntry {
  return entry.outcome !== undefined;
}
