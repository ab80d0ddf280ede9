import type { Storage } from '../ports.ts';
import { countOf, firstOf } from './segmentNames.ts';

/** What the logs of a folder may hold: entries, and bytes in all. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Keeps the logs of a folder within bounds: the oldest go first, and the newest stays whatever its
 * size. Call it after each log that was added, with its bytes. The folder is looked at only when a
 * bound may have been passed by a twentieth, and the size of a log only once, so that a long run
 * does not look at all of it each time.
 */
export function createRetention(
  storage: Storage,
  folder: string,
  bounds: () => Bounds,
): (key: string, bytes: number) => Promise<void> {
  // Bytes by key; undefined until the folder was looked at.
  let known: Map<string, number> | undefined;
  let running: Promise<void> = Promise.resolve();

  async function prune(key: string, bytes: number): Promise<void> {
    const bound = bounds();
    known?.set(key, bytes);
    if (known !== undefined && isWithin(sumOf([...known]), withSlack(bound))) return;
    const sizes = await sizesIn(known ?? new Map());
    const newestFirst = [...sizes].sort(([a], [b]) => (firstOf(a) < firstOf(b) ? 1 : -1));
    const kept = howManyWithin(newestFirst, bound);
    for (const [oldest] of newestFirst.slice(kept)) await storage.remove(oldest);
    known = new Map(newestFirst.slice(0, kept));
  }

  // Other windows write and clear as well.
  async function sizesIn(before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const keys = await storage.keys(folder);
    const size = async (key: string) => before.get(key) ?? (await storage.size(key));
    return new Map(await Promise.all(keys.map(async (key) => [key, await size(key)] as const)));
  }

  // One after the other: two at once would each count what the other removes.
  return (key, bytes) => {
    const look = () => prune(key, bytes);
    running = running.then(look, look);
    return running;
  };
}

type Sizes = readonly (readonly [string, number])[];

function sumOf(segments: Sizes): Bounds {
  return {
    count: segments.reduce((sum, [key]) => sum + countOf(key), 0),
    bytes: segments.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
}

function isWithin(held: Bounds, bound: Bounds): boolean {
  return held.count <= bound.count && held.bytes <= bound.bytes;
}

function withSlack({ count, bytes }: Bounds): Bounds {
  return { count: count + Math.floor(count / 20), bytes: bytes + bytes / 20 };
}

/** How many of the newest logs stay: as many as hold what is kept, and as the bytes allow. */
function howManyWithin(newestFirst: Sizes, bound: Bounds): number {
  let held: Bounds = { count: 0, bytes: 0 };
  for (const [index, [key, bytes]] of newestFirst.entries()) {
    if (index > 0 && (held.count >= bound.count || held.bytes + bytes > bound.bytes)) return index;
    held = { count: held.count + countOf(key), bytes: held.bytes + bytes };
  }
  return newestFirst.length;
}
