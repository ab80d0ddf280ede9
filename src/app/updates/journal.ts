import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';
import { createChangeEvent } from '../changeEvent.ts';
import { readEntry, writeEntry } from './journalDocument.ts';
import { createPruning } from './pruning.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** Newest first. */
  list(limit: number): Promise<readonly JournalEntry[]>;
  /** What has no outcome yet, oldest first; ids that `skip` names are not even read. */
  inFlight(skip?: (id: string) => boolean): Promise<readonly JournalEntry[]>;
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

// Two folders, so that what is in flight is found after a restart, and what is old is dropped,
// by name alone. An entry that stands in both is settled: the process died while moving it.
const flying = 'inFlight/';
const settled = 'journal/';

/** Entry ids sort by time, so that the names of the documents are the order of the list. */
export function createJournal({ storage, keep }: JournalDeps): Journal {
  const changes = createChangeEvent();
  const prune = createPruning(storage, settled, keep);

  async function read(id: string): Promise<JournalEntry | undefined> {
    const done = readEntry(await storage.read(settled + id));
    return done ?? readEntry(await storage.read(flying + id));
  }

  return {
    read,
    onDidChange: changes.listen,

    async list(limit) {
      const ids = new Set([...(await idsOf(storage, settled)), ...(await idsOf(storage, flying))]);
      const entries: JournalEntry[] = [];
      const newestFirst = [...ids].sort().reverse();
      // By slices: the shown ones are read together, and a corrupt one makes room for the next.
      while (entries.length < limit && newestFirst.length > 0) {
        const slice = newestFirst.splice(0, limit - entries.length);
        entries.push(
          ...(await Promise.all(slice.map(read))).filter((entry) => entry !== undefined),
        );
      }
      return entries;
    },

    async inFlight(skip = () => false) {
      const found: JournalEntry[] = [];
      for (const id of (await idsOf(storage, flying)).sort()) {
        if (skip(id)) continue;
        const entry = await read(id);
        if (entry?.outcome !== undefined) await storage.remove(flying + id);
        else if (entry !== undefined) found.push(entry);
      }
      return found;
    },

    async write(entry) {
      if (entry.outcome === undefined) {
        await storage.write(flying + entry.id, writeEntry(entry));
      } else {
        await storage.write(settled + entry.id, writeEntry(entry));
        await storage.remove(flying + entry.id);
        await prune();
      }
      changes.fire();
    },

    async clear() {
      for (const key of await storage.keys(settled)) await storage.remove(key);
      changes.fire();
    },
  };
}

async function idsOf(storage: Storage, folder: string): Promise<string[]> {
  return (await storage.keys(folder)).map((key) => key.slice(folder.length));
}
