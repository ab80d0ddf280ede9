import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { EntryIds } from '../journal/entryIds.ts';
import type { Journal } from '../journal/journal.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { Clock, Log } from '../ports.ts';

/** Everything that the steps of an update use within one window. Each step names its own part. */
export interface UpdateParts {
  /** The connected engine of a connection. Throws EngineError('unsupported') when it is gone. */
  readonly connected: (
    connectionId: string,
  ) => Promise<{ readonly engine: Engine; readonly connection: Connection }>;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: EntryIds;
  /** Tells that an entry has a new outcome. */
  readonly announce: (entry: SettledEntry) => void;
}
