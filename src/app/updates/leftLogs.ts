import type { Storage } from '../ports.ts';
import { timeOf } from './entryIds.ts';
import { readLog, writeSettled } from './journalDocument.ts';

// A log takes no entry after its first minute; ten, because clocks are set.
const leftMs = 10 * 60_000;

/** Says in the logs of other windows, of those that live too, that an entry is settled. */
export async function settleInLogs(
  storage: Storage,
  logs: readonly string[],
  id: string,
): Promise<void> {
  for (const key of logs) {
    if (readLog(await storage.read(key)).has(id)) await storage.append(key, writeSettled(id));
  }
}

/** Removes the logs that windows left behind, where nothing of them is in flight. */
export async function tidyLogs(
  storage: Storage,
  logs: readonly string[],
  now: number,
): Promise<void> {
  for (const key of logs) {
    const id = key.slice(key.indexOf('/') + 1);
    if (now - timeOf(id) < leftMs) continue;
    if (readLog(await storage.read(key)).size === 0) await storage.remove(key);
  }
}
