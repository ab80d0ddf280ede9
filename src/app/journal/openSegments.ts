import type { JournalEntry } from '../../domain/outcome.ts';
import type { Storage } from '../ports.ts';
import { windowOf } from './entryIds.ts';
import { entryLine } from './entryLine.ts';
import { segmentOpenMs, closedSegmentKey } from './segmentNames.ts';

interface Segment {
  /** The id of its first entry. */
  readonly name: string;
  readonly startedAt: number;
  /** Ids of the entries without an outcome. */
  readonly inFlight: Set<string>;
  count: number;
  /** In characters; the file has about as many bytes. */
  length: number;
}

/** How much one segment may hold. */
export interface SegmentBounds {
  readonly count: number;
  readonly length: number;
}

/** The two folders of the journal, each with the slash at its end. */
export interface Folders {
  readonly open: string;
  readonly closed: string;
}

export interface OpenSegments {
  /** Resolves when the entry is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** True for an entry in flight here, and for a new entry of this window. */
  takes(id: string): boolean;
}

/**
 * Writes the entries of this window to segments of its own, one line for each state: creating a
 * file for each update would take longer than sending it. A segment without an entry in flight is
 * moved to the closed ones.
 */
export function createOpenSegments({
  storage,
  folders,
  bounds,
  onClosed,
}: {
  readonly storage: Storage;
  readonly folders: Folders;
  readonly bounds: () => SegmentBounds;
  /** Called when a segment was moved to the closed ones. */
  readonly onClosed: (key: string, bytes: number) => Promise<void>;
}): OpenSegments {
  // Entries in flight, as they stand on disk: the next line holds only what changed.
  const standing = new Map<string, { readonly segment: Segment; readonly entry: JournalEntry }>();
  let current: Segment | undefined;
  let newest: string | undefined;

  function segmentFor({ id, startedAt }: JournalEntry): Segment {
    if (current === undefined || isFull(current, bounds(), startedAt)) {
      current = { name: id, startedAt, inFlight: new Set(), count: 0, length: 0 };
    }
    return current;
  }

  async function leave(id: string, segment: Segment): Promise<void> {
    segment.inFlight.delete(id);
    if (segment.inFlight.size > 0) return;
    // Before the move: an entry that begins meanwhile needs a segment that stays.
    if (current === segment) current = undefined;
    const key = folders.open + segment.name;
    if (segment.count === 0) return storage.remove(key);
    const to = closedSegmentKey(folders.closed, segment.name, segment.count);
    await storage.move(key, to);
    await onClosed(to, segment.length);
  }

  async function write(entry: JournalEntry): Promise<void> {
    const { id } = entry;
    const before = standing.get(id);
    const segment = before?.segment ?? segmentFor(entry);
    const line = entryLine(entry, before?.entry);
    segment.inFlight.add(id);
    newest = newest === undefined || newest < id ? id : newest;
    try {
      await storage.append(folders.open + segment.name, line);
    } catch (error) {
      // A torn first line is no entry, and nothing was sent: there is nothing to recover.
      if (before === undefined) await leave(id, segment);
      throw error;
    }
    segment.length += line.length;
    if (before === undefined) segment.count += 1;
    if (entry.outcome === undefined) standing.set(id, { segment, entry });
    else {
      standing.delete(id);
      await leave(id, segment);
    }
  }

  const isNew = (id: string) =>
    newest !== undefined && id > newest && windowOf(id) === windowOf(newest);
  return { write, takes: (id) => standing.has(id) || isNew(id) };
}

function isFull(segment: Segment, bounds: SegmentBounds, now: number): boolean {
  const age = now - segment.startedAt;
  const isLong = segment.count >= bounds.count || segment.length > bounds.length;
  // Below zero: the clock was set back.
  return isLong || age < 0 || age > segmentOpenMs;
}
