import { utf8Bytes } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Storage } from '../ports.ts';
import { writeEntry } from './journalDocument.ts';

/** The two folders of the journal, each with the slash at its end. */
export interface Folders {
  readonly flying: string;
  readonly settled: string;
}

/** An entry as the disk has it. */
interface Standing {
  readonly entry: JournalEntry;
  readonly bytes: number;
}

/**
 * Writes entries, one document each, which grows by a line with each state and moves when it is
 * settled: making and removing files is what costs most. Resolves, when it is durable, with the
 * bytes of the document as far as this window wrote it.
 */
export function createEntryWriter(
  storage: Storage,
  { flying, settled }: Folders,
): (entry: JournalEntry) => Promise<number> {
  // What this window has in flight, as the disk has it: of the next state only the news are added.
  const standing = new Map<string, Standing>();

  async function addAll(entry: JournalEntry): Promise<number> {
    const line = writeEntry(entry);
    try {
      await storage.append(flying + entry.id, line);
    } catch (error) {
      // A piece of the very first line is no entry, and nothing was sent: nobody would settle it.
      const isFirst = entry.outcome === undefined && entry.tries.length === 0;
      if (isFirst) await storage.remove(flying + entry.id);
      throw error;
    }
    return utf8Bytes(line);
  }

  /** Undefined where the document is gone: another window took the entry for left behind. */
  async function addNews(entry: JournalEntry, before: Standing): Promise<number | undefined> {
    const line = writeEntry(entry, before.entry);
    const isThere = await storage.extend(flying + entry.id, line);
    return isThere ? before.bytes + utf8Bytes(line) : undefined;
  }

  return async (entry) => {
    const { id } = entry;
    const before = standing.get(id);
    // Should the line not be written whole, the next one says all.
    standing.delete(id);
    const bytes = (before && (await addNews(entry, before))) ?? (await addAll(entry));
    if (entry.outcome === undefined) standing.set(id, { entry, bytes });
    else await storage.move(flying + id, settled + id);
    return bytes;
  };
}
