import type { EntryIds } from '../journal/entryIds.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdatesDeps } from './updatesDeps.ts';

/** What the steps of an update share within one window. */
export interface UpdatesContext extends Omit<UpdatesDeps, 'newId'> {
  readonly ids: EntryIds;
  /** Tells that an entry has a new outcome. */
  readonly announce: (entry: SettledEntry) => void;
}
