import type { JournalEntry } from '../../domain/outcome.ts';
import type { Storage } from '../ports.ts';
import { windowOf } from './entryIds.ts';
import { writeEntry } from './journalDocument.ts';
import { logTakesMs, settledLogKey } from './logNames.ts';

interface Log {
  /** The id of its first entry. */
  readonly name: string;
  readonly startedAt: number;
  /** Ids of the entries that are not settled. */
  readonly open: Set<string>;
  count: number;
  /** About as many bytes. */
  length: number;
}

/** The two folders of the journal, each with the slash at its end. */
export interface Folders {
  readonly flying: string;
  readonly settled: string;
}

export interface FlightLogsDeps {
  readonly storage: Storage;
  readonly folders: Folders;
  /** How much a log takes at most. */
  readonly bounds: () => { readonly count: number; readonly length: number };
  /** Called when a log was moved to what is settled. */
  readonly onSettled: (key: string, bytes: number) => Promise<void>;
}

export interface FlightLogs {
  /** Resolves when the state is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** True for what is in flight here, and for what is newer than all that was written here. */
  takes(id: string): boolean;
}

/**
 * Writes the entries of this window to logs of its own, a line for each state: a document for each
 * update would take longer to make than the update to send. A log that nothing is in flight of is
 * moved to what is settled.
 */
export function createFlightLogs(deps: FlightLogsDeps): FlightLogs {
  const { storage, folders, bounds, onSettled } = deps;
  // What is in flight, as the disk has it: of the next state only the news are added.
  const standing = new Map<string, { readonly log: Log; readonly entry: JournalEntry }>();
  let current: Log | undefined;
  let newest: string | undefined;

  function logFor({ id, startedAt }: JournalEntry): Log {
    if (current === undefined || isFull(current, startedAt)) {
      current = { name: id, startedAt, open: new Set(), count: 0, length: 0 };
    }
    return current;
  }

  function isFull(log: Log, now: number): boolean {
    const most = bounds();
    const age = now - log.startedAt;
    return log.count >= most.count || log.length > most.length || age < 0 || age > logTakesMs;
  }

  async function leave(id: string, log: Log): Promise<void> {
    log.open.delete(id);
    if (log.open.size > 0) return;
    // At once: an entry that begins meanwhile needs a log that stays.
    if (current === log) current = undefined;
    const key = folders.flying + log.name;
    if (log.count === 0) return storage.remove(key);
    const to = settledLogKey(folders.settled, log.name, log.count);
    await storage.move(key, to);
    await onSettled(to, log.length);
  }

  async function write(entry: JournalEntry): Promise<void> {
    const { id } = entry;
    const before = standing.get(id);
    const log = before?.log ?? logFor(entry);
    const line = writeEntry(entry, before?.entry);
    log.open.add(id);
    newest = newest === undefined || newest < id ? id : newest;
    try {
      await storage.append(folders.flying + log.name, line);
    } catch (error) {
      // A piece of a first line is no entry, and nothing was sent: nobody would settle it.
      if (before === undefined) await leave(id, log);
      throw error;
    }
    log.length += line.length;
    if (before === undefined) log.count += 1;
    if (entry.outcome === undefined) standing.set(id, { log, entry });
    else {
      standing.delete(id);
      await leave(id, log);
    }
  }

  const isNew = (id: string) =>
    newest !== undefined && id > newest && windowOf(id) === windowOf(newest);
  return { write, takes: (id) => standing.has(id) || isNew(id) };
}
