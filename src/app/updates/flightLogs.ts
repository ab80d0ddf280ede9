import type { JournalEntry } from '../../domain/outcome.ts';
import type { Storage } from '../ports.ts';
import { readLog, writeEntry, writeSettled } from './journalDocument.ts';
import { settleInLogs, tidyLogs } from './leftLogs.ts';

/**
 * What is in flight, in logs: a document for each update would have to be made and removed, which
 * takes longer than sending it. A window adds to logs of its own only, but for the line that says
 * that an entry is settled. A log is called after its first entry.
 */
export interface FlightLogs {
  /** All that stand without an outcome, in no order. `skip` names the logs that are not read. */
  entries(skip?: (log: string) => boolean): Promise<ReadonlyMap<string, JournalEntry>>;
  /** Resolves when the state is durable. */
  write(entry: JournalEntry): Promise<void>;
  /** Its outcome stands elsewhere, durably. */
  settled(id: string): Promise<void>;
  /** Removes what other windows left behind, where nothing of it is in flight. */
  tidy(now: number): Promise<void>;
}

interface Log {
  readonly key: string;
  readonly startedAt: number;
  /** Ids of the entries that are not settled. */
  readonly open: Set<string>;
  /** About as many bytes. */
  length: number;
}

interface Standing {
  readonly log: Log;
  /** As the disk has it. */
  readonly entry: JournalEntry;
}

// A log goes with its last entry, and in a long run there is always one: with these it takes no
// more. Other windows wait ten times as long before they remove it.
const longestMs = 60_000;
const largestLength = 1024 * 1024;

export function createFlightLogs(storage: Storage, folder: string): FlightLogs {
  const own = new Set<string>();
  const standing = new Map<string, Standing>();
  let current: Log | undefined;

  function logFor({ id, startedAt }: JournalEntry): Log {
    const age = current === undefined ? 0 : startedAt - current.startedAt;
    if (current === undefined || current.length > largestLength || age < 0 || age > longestMs) {
      current = { key: folder + id, startedAt, open: new Set(), length: 0 };
      own.add(current.key);
    }
    return current;
  }

  /** Removes the log with its last entry; true where it did. */
  async function drop(id: string, log: Log): Promise<boolean> {
    standing.delete(id);
    log.open.delete(id);
    if (log.open.size > 0) return false;
    if (current === log) current = undefined;
    await storage.remove(log.key);
    own.delete(log.key);
    return true;
  }

  async function foreignLogs(): Promise<readonly string[]> {
    return (await storage.keys(folder)).filter((key) => !own.has(key));
  }

  return {
    async entries(skip = () => false) {
      const keys = (await storage.keys(folder)).filter((key) => !skip(key.slice(folder.length)));
      const read = await Promise.all(keys.map((key) => storage.read(key)));
      return new Map(read.flatMap((text) => [...readLog(text)]));
    },

    async write(entry) {
      const { id } = entry;
      const before = standing.get(id);
      const log = before?.log ?? logFor(entry);
      const line = writeEntry(entry, before?.entry);
      log.open.add(id);
      log.length += line.length;
      try {
        await storage.append(log.key, line);
      } catch (error) {
        if (before === undefined) await drop(id, log);
        throw error;
      }
      standing.set(id, { log, entry });
    },

    async settled(id) {
      const log = standing.get(id)?.log;
      if (log === undefined) await settleInLogs(storage, await foreignLogs(), id);
      else if (!(await drop(id, log))) await storage.append(log.key, writeSettled(id));
    },

    tidy: async (now) => tidyLogs(storage, await foreignLogs(), now),
  };
}
