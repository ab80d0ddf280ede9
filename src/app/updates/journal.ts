import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';
import { callListener, createChangeEvent } from '../changeEvent.ts';
import { createFlightLogs } from './flightLogs.ts';
import { readLog, writeCleared, writeEntry } from './journalDocument.ts';
import { firstOf, logOf } from './logNames.ts';
import { newestFirst } from './newestFirst.ts';
import { createPruning } from './pruning.ts';
import { tidyLogs } from './tidyLogs.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** Newest first; read as they are asked for. */
  entries(): AsyncIterable<JournalEntry>;
  /** Newest first. */
  list(limit: number): Promise<readonly JournalEntry[]>;
  /** What has no outcome yet, oldest first; not of the windows whose ids `skip` knows. */
  inFlight(skip?: (id: string) => boolean): Promise<readonly JournalEntry[]>;
  read(id: string): Promise<JournalEntry | undefined>;
  /** Resolves when it is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** Removes what is settled; entries in flight stay. */
  clear(): Promise<void>;
  /** Puts what windows left that are gone, and of which nothing is in flight, to the rest. */
  tidy(now: number): Promise<void>;
  readonly onDidChange: Listen;
  /** Called with each entry that this window writes, once it is durable. */
  onDidWrite(listener: (entry: JournalEntry) => void): () => void;
}

export interface JournalDeps {
  readonly storage: Storage;
  /** How many settled entries are kept at least; the oldest go first. */
  readonly keep: () => number;
  /** The bytes that they may take in all; 50 MB unless given. */
  readonly keepBytes?: number;
}

// A thousand ordinary entries take a few MB; outputs of some MB each would fill a disk unseen.
const usualKeepBytes = 50 * 1024 * 1024;
const largestLog = { count: 64, length: 1024 * 1024 };

// Logs, of which those that something may be in flight of stand apart: they are found after a
// restart, and what is old is dropped, by name alone.
const folders = { flying: 'inFlight/', settled: 'journal/' };
const { flying, settled } = folders;

/** Entry ids sort by time, so that the names of the logs are the order of the list. */
export function createJournal({
  storage,
  keep,
  keepBytes: bytes = usualKeepBytes,
}: JournalDeps): Journal {
  const changes = createChangeEvent();
  const writes = new Set<(entry: JournalEntry) => void>();
  const own = createFlightLogs({
    storage,
    folders,
    bounds: () => logBounds(keep(), bytes),
    onSettled: createPruning(storage, settled, () => ({ count: keep(), bytes })),
  });
  const read = (key: string) => readFrom(storage, key);

  async function* entries(): AsyncGenerator<JournalEntry> {
    // In this order, so that a log that is moved meanwhile is in one of them.
    const open = await storage.keys(flying);
    const done = await storage.keys(settled);
    yield* newestFirst([...done, ...open], read);
  }

  return {
    entries,
    read: async (id) => (await find(storage, id))?.[1],
    onDidChange: changes.listen,
    onDidWrite(listener) {
      writes.add(listener);
      return () => void writes.delete(listener);
    },

    async list(limit) {
      const found: JournalEntry[] = [];
      if (limit <= 0) return found;
      for await (const entry of entries()) {
        if (found.push(entry) >= limit) break;
      }
      return found;
    },

    async inFlight(skip = () => false) {
      const keys = (await storage.keys(flying)).filter((key) => !skip(firstOf(key)));
      const found = (await Promise.all(keys.map(read))).flatMap((log) => [...log.values()]);
      return found
        .filter(({ outcome }) => outcome === undefined)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async write(entry) {
      // Another window's, one of a run that ended, or one that was settled before.
      const found = own.takes(entry.id) ? undefined : await find(storage, entry.id);
      if (found === undefined) await own.write(entry);
      else await storage.append(found[0], writeEntry(entry));
      for (const listener of writes) callListener(() => listener(entry));
      changes.fire();
    },

    async clear() {
      for (const key of await storage.keys(settled)) await storage.remove(key);
      for (const key of await storage.keys(flying)) await storage.append(key, writeCleared());
      changes.fire();
    },

    tidy: (now) => tidyLogs(storage, folders, now),
  };
}

async function readFrom(storage: Storage, key: string) {
  return readLog(await storage.read(key));
}

/** The log that holds an entry already, with what it says. */
async function find(
  storage: Storage,
  id: string,
): Promise<readonly [string, JournalEntry] | undefined> {
  for (const folder of [flying, settled]) {
    const key = logOf(await storage.keys(folder), id);
    const entry = key === undefined ? undefined : (await readFrom(storage, key)).get(id);
    if (key !== undefined && entry !== undefined) return [key, entry];
  }
  return undefined;
}

/** A twentieth of what is kept, since logs are dropped as a whole. */
function logBounds(
  count: number,
  bytes: number,
): { readonly count: number; readonly length: number } {
  return {
    count: Math.min(largestLog.count, Math.ceil(count / 20)),
    length: Math.min(largestLog.length, bytes / 20),
  };
}
