import type { JournalEntry } from '../../domain/outcome.ts';
import type { Listen, Storage } from '../ports.ts';
import { createChangeEvent } from '../changeEvent.ts';
import { createOpenSegments } from './openSegments.ts';
import type { SegmentBounds } from './openSegments.ts';
import { readSegment } from './readSegment.ts';
import { clearedLine, entryLine } from './entryLine.ts';
import { firstOf, segmentKeysFor } from './segmentNames.ts';
import { newestFirst } from './newestFirst.ts';
import { createRetention } from './retention.ts';
import { adoptOrphans } from './adoptOrphans.ts';

/** The durable list of the updates sent; several windows write to it. */
export interface Journal {
  /** Newest first. Segments are read only as far as the caller goes. */
  entries(): AsyncIterable<JournalEntry>;
  /** Newest first. */
  list(limit: number): Promise<readonly JournalEntry[]>;
  /** The entries without an outcome, oldest first, except those whose ids `skip` accepts. */
  inFlight(skip?: (id: string) => boolean): Promise<readonly JournalEntry[]>;
  read(id: string): Promise<JournalEntry | undefined>;
  /** Resolves when the entry is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** Removes the settled entries. Entries in flight stay. */
  clear(): Promise<void>;
  /** Moves finished segments of closed windows into journal/. */
  adoptOrphans(now: number): Promise<void>;
  readonly onDidChange: Listen;
  /** Called with each entry that this window writes, once it is durable. */
  readonly onDidWrite: Listen<[JournalEntry]>;
}

// A thousand ordinary entries take a few MB. Large outputs would fill a disk unnoticed.
const usualKeepBytes = 50 * 1024 * 1024;
const largestSegment = { count: 64, length: 1024 * 1024 };

// Segments that may hold an unfinished update live in inFlight/. File names alone tell which to
// recover after a restart and which are old enough to delete.
const folders = { open: 'inFlight/', closed: 'journal/' };
const { open, closed } = folders;

/** Entry ids sort by time, so the names of the segments give the order of the list. */
export function createJournal({
  storage,
  keep,
  keepBytes: bytes = usualKeepBytes,
}: {
  readonly storage: Storage;
  /** At least this many settled entries are kept; the oldest are deleted first. */
  readonly keep: () => number;
  /** The bytes that the settled entries may take in all; 50 MB unless given. */
  readonly keepBytes?: number;
}): Journal {
  const changes = createChangeEvent();
  const writes = createChangeEvent<[JournalEntry]>();
  const own = createOpenSegments({
    storage,
    folders,
    bounds: () => segmentBounds(keep(), bytes),
    onClosed: createRetention(storage, closed, () => ({ count: keep(), bytes })),
  });
  const read = (key: string) => readFrom(storage, key);

  async function* entries(): AsyncGenerator<JournalEntry> {
    // Read in this order: a segment that moves meanwhile is then in at least one of the lists.
    const openKeys = await storage.keys(open);
    const closedKeys = await storage.keys(closed);
    yield* newestFirst([...closedKeys, ...openKeys], read);
  }

  return {
    entries,
    read: async (id) => (await find(storage, id))?.[1],
    onDidChange: changes.listen,
    onDidWrite: writes.listen,

    async list(limit) {
      const found: JournalEntry[] = [];
      if (limit <= 0) return found;
      for await (const entry of entries()) {
        if (found.push(entry) >= limit) break;
      }
      return found;
    },

    async inFlight(skip = () => false) {
      const keys = (await storage.keys(open)).filter((key) => !skip(firstOf(key)));
      const found = (await Promise.all(keys.map(read))).flatMap((entries) => [...entries.values()]);
      return found
        .filter(({ outcome }) => outcome === undefined)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async write(entry) {
      // An entry of another window, of an earlier run, or one that has an outcome already.
      const found = own.takes(entry.id) ? undefined : await find(storage, entry.id);
      if (found === undefined) await own.write(entry);
      else await storage.append(found[0], entryLine(entry));
      writes.fire(entry);
      changes.fire();
    },

    async clear() {
      for (const key of await storage.keys(closed)) await storage.remove(key);
      for (const key of await storage.keys(open)) await storage.append(key, clearedLine());
      changes.fire();
    },

    adoptOrphans: (now) => adoptOrphans(storage, folders, now),
  };
}

async function readFrom(storage: Storage, key: string) {
  return readSegment(await storage.read(key));
}

/** The key of the segment that holds an entry already, and that entry. */
async function find(
  storage: Storage,
  id: string,
): Promise<readonly [string, JournalEntry] | undefined> {
  for (const folder of [open, closed]) {
    for (const key of segmentKeysFor(await storage.keys(folder), id)) {
      const entry = (await readFrom(storage, key)).get(id);
      if (entry !== undefined) return [key, entry];
    }
  }
  return undefined;
}

/** A twentieth of what is kept, since segments are deleted as a whole. */
function segmentBounds(count: number, bytes: number): SegmentBounds {
  return {
    count: Math.min(largestSegment.count, Math.ceil(count / 20)),
    length: Math.min(largestSegment.length, bytes / 20),
  };
}
