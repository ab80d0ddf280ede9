import type { Storage } from '../ports.ts';
import type { Folders } from './openSegments.ts';
import { readSegment } from './readSegment.ts';
import { beginOf, firstOf, segmentOpenMs, closedSegmentKey } from './segmentNames.ts';

// Ten times as long as a segment takes entries: clocks may be set back or forward.
const orphanMs = 10 * segmentOpenMs;

/** Moves the finished segments of windows that are gone to the closed ones. */
export async function adoptOrphans(
  storage: Storage,
  { open, closed }: Folders,
  now: number,
): Promise<void> {
  for (const key of await storage.keys(open)) {
    if (now - beginOf(key) < orphanMs) continue;
    const entries = [...readSegment(await storage.read(key)).values()];
    if (entries.some(({ outcome }) => outcome === undefined)) continue;
    if (entries.length === 0) await storage.remove(key);
    else await storage.move(key, closedSegmentKey(closed, firstOf(key), entries.length));
  }
}
