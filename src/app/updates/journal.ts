import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** Newest first. */
  list(limit: number): Promise<readonly JournalEntry[]>;
  /** What has no outcome yet, oldest first. */
  inFlight(): Promise<readonly JournalEntry[]>;
  read(id: string): Promise<JournalEntry | undefined>;
  /** Resolves when it is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** Removes what is settled; entries in flight stay. */
  clear(): Promise<void>;
  readonly onDidChange: Listen;
}

export interface JournalDeps {
  readonly storage: Storage;
  /** How many settled entries are kept; the oldest go first. */
  readonly keep: () => number;
}

export function createJournal(_deps: JournalDeps): Journal {
  throw new Error('not built yet');
}
