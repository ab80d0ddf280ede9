import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';
import { callListener, createChangeEvent } from '../changeEvent.ts';
import { utf8Bytes } from '../../domain/json.ts';
import { createFlightLogs } from './flightLogs.ts';
import { readEntry, writeEntry } from './journalDocument.ts';
import { createPruning } from './pruning.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** The ids of all entries, newest first: they begin with the time of sending. */
  ids(): Promise<readonly string[]>;
  /** Newest first. */
  list(limit: number): Promise<readonly JournalEntry[]>;
  /** What has no outcome yet, oldest first; not of the windows whose ids `skip` knows. */
  inFlight(skip?: (id: string) => boolean): Promise<readonly JournalEntry[]>;
  read(id: string): Promise<JournalEntry | undefined>;
  /** Resolves when it is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** Removes what is settled; entries in flight stay. */
  clear(): Promise<void>;
  /** Removes what windows left that are gone, and of which nothing is in flight. */
  tidy(now: number): Promise<void>;
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

// What is settled has a document of its own, named by its id: what is old is dropped by name alone.
// An entry that stands in both is settled: the process died before its log said so.
const flying = 'inFlight/';
const settled = 'journal/';

/** Entry ids sort by time, so that the names of the documents are the order of the list. */
export function createJournal({ storage, keep, keepBytes }: JournalDeps): Journal {
  const changes = createChangeEvent();
  const writes = new Set<(entry: JournalEntry) => void>();
  const bound = keepBytes ?? usualKeepBytes;
  const prune = createPruning(storage, settled, () => ({ count: keep(), bytes: bound }));
  const flights = createFlightLogs(storage, flying);

  const readSettled = async (id: string) => readEntry(await storage.read(settled + id));

  async function idsWith(inFlight: ReadonlyMap<string, JournalEntry>): Promise<string[]> {
    const done = (await storage.keys(settled)).map((key) => key.slice(settled.length));
    return [...new Set([...done, ...inFlight.keys()])].sort().reverse();
  }

  async function writeSettled(entry: JournalEntry): Promise<void> {
    const key = settled + entry.id;
    const line = writeEntry(entry);
    // Behind what a reading may have settled before; the last whole line counts.
    await storage.append(key, line);
    await flights.settled(entry.id);
    await prune(key, utf8Bytes(line));
  }

  return {
    ids: async () => idsWith(await flights.entries()),
    read: async (id) => (await readSettled(id)) ?? (await flights.entries()).get(id),
    onDidChange: changes.listen,
    onDidWrite(listener) {
      writes.add(listener);
      return () => void writes.delete(listener);
    },

    async list(limit) {
      const entries: JournalEntry[] = [];
      const inFlight = await flights.entries();
      const newestFirst = await idsWith(inFlight);
      const readOne = async (id: string) => (await readSettled(id)) ?? inFlight.get(id);
      // By slices: the shown ones are read together, and a corrupt one makes room for the next.
      while (entries.length < limit && newestFirst.length > 0) {
        const slice = newestFirst.splice(0, limit - entries.length);
        entries.push(
          ...(await Promise.all(slice.map(readOne))).filter((entry) => entry !== undefined),
        );
      }
      return entries;
    },

    async inFlight(skip) {
      const open = [...(await flights.entries(skip))].sort(([a], [b]) => (a < b ? -1 : 1));
      const isDone = await Promise.all(open.map(([id]) => readSettled(id)));
      return open.flatMap(([, entry], index) => (isDone[index] === undefined ? [entry] : []));
    },

    async write(entry) {
      if (entry.outcome === undefined) await flights.write(entry);
      else await writeSettled(entry);
      for (const listener of writes) callListener(() => listener(entry));
      changes.fire();
    },

    async clear() {
      for (const key of await storage.keys(settled)) await storage.remove(key);
      changes.fire();
    },

    tidy: flights.tidy,
  };
}
