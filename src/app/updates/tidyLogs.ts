import type { Storage } from '../ports.ts';
import type { Folders } from './flightLogs.ts';
import { readLog } from './journalDocument.ts';
import { beginOf, firstOf, logTakesMs, settledLogKey } from './logNames.ts';

// Ten times as long as a log takes entries, because clocks are set.
const leftMs = 10 * logTakesMs;

/** Puts the logs that windows left, and of which nothing is in flight, to what is settled. */
export async function tidyLogs(
  storage: Storage,
  { flying, settled }: Folders,
  now: number,
): Promise<void> {
  for (const key of await storage.keys(flying)) {
    if (now - beginOf(key) < leftMs) continue;
    const log = [...readLog(await storage.read(key)).values()];
    if (log.some(({ outcome }) => outcome === undefined)) continue;
    if (log.length === 0) await storage.remove(key);
    else await storage.move(key, settledLogKey(settled, firstOf(key), log.length));
  }
}
