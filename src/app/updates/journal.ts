import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';
import { callListener, createChangeEvent } from '../changeEvent.ts';
import { createEntryWriter } from './entryWriter.ts';
import { readEntry } from './journalDocument.ts';
import { createPruning } from './pruning.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** The ids of all entries, newest first: they begin with the time of sending. */
  ids(): Promise<readonly string[]>;
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
  /** Called with each entry that this window writes, once it is durable. */
  onDidWrite(listener: (entry: JournalEntry) => void): () => void;
}

export interface JournalDeps {
  readonly storage: Storage;
  /** How many settled entries are kept; the oldest go first. */
  readonly keep: () => number;
  /** The bytes that they may take in all; 50 MB unless given. */
  readonly keepBytes?: number;
}

// A thousand ordinary entries take a few MB; outputs of some MB each would fill a disk unseen.
const usualKeepBytes = 50 * 1024 * 1024;

// Two folders, so that what is in flight is found after a restart, and what is old is dropped,
// by name alone. An entry that stands in both, or in flight with an outcome, is settled: the process
// died before it was moved.
const flying = 'inFlight/';
const settled = 'journal/';

/** Entry ids sort by time, so that the names of the documents are the order of the list. */
export function createJournal({ storage, keep, keepBytes }: JournalDeps): Journal {
  const changes = createChangeEvent();
  const writes = new Set<(entry: JournalEntry) => void>();
  const bound = keepBytes ?? usualKeepBytes;
  const prune = createPruning(storage, settled, () => ({ count: keep(), bytes: bound }));
  const write = createEntryWriter(storage, { flying, settled });

  async function read(id: string): Promise<JournalEntry | undefined> {
    const done = readEntry(await storage.read(settled + id));
    return done ?? readEntry(await storage.read(flying + id));
  }

  async function ids(): Promise<string[]> {
    const found = [...(await idsOf(storage, settled)), ...(await idsOf(storage, flying))];
    return [...new Set(found)].sort().reverse();
  }

  return {
    ids,
    read,
    onDidChange: changes.listen,
    onDidWrite(listener) {
      writes.add(listener);
      return () => void writes.delete(listener);
    },

    async list(limit) {
      const entries: JournalEntry[] = [];
      const newestFirst = await ids();
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
        const text = await storage.read(flying + id);
        const entry = readEntry(text);
        const done = readEntry(await storage.read(settled + id));
        // Not moved: another window may be tidying up at the same time.
        if (text !== undefined && entry?.outcome !== undefined) {
          await storage.write(settled + id, text);
        }
        if (done !== undefined || entry?.outcome !== undefined) await storage.remove(flying + id);
        else if (entry !== undefined) found.push(entry);
      }
      return found;
    },

    async write(entry) {
      const bytes = await write(entry);
      if (entry.outcome !== undefined) await prune(bytes);
      for (const listener of writes) callListener(() => listener(entry));
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
