import type { Storage } from '../ports.ts';
import { countOf, firstOf } from './segmentNames.ts';

/** How much the segments of a folder may hold: entries, and bytes in all. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Keeps the segments of a folder within bounds: the oldest are deleted first, and the newest always
 * stays. Call it with the key and the bytes of each added segment. To keep long runs quick, it
 * counts along, lists the folder only when a bound may be exceeded by a twentieth, and asks for the
 * size of each segment only once.
 */
export function createRetention(
  storage: Storage,
  folder: string,
  bounds: () => Bounds,
): (key: string, bytes: number) => Promise<void> {
  // Bytes by key, and what they come to; undefined until the folder was listed.
  let known: Map<string, number> | undefined;
  let held: Bounds = { count: 0, bytes: 0 };
  let running: Promise<void> = Promise.resolve();

  async function prune(key: string, bytes: number): Promise<void> {
    const bound = bounds();
    known?.set(key, bytes);
    held = { count: held.count + countOf(key), bytes: held.bytes + bytes };
    if (known !== undefined && isWithin(held, withSlack(bound))) return;
    const sizes = await sizesIn(known ?? new Map());
    const newestFirst = [...sizes].sort(([a], [b]) => (firstOf(a) < firstOf(b) ? 1 : -1));
    const keptCount = howManyWithin(newestFirst, bound);
    for (const [oldest] of newestFirst.slice(keptCount)) await storage.remove(oldest);
    const kept = newestFirst.slice(0, keptCount);
    known = new Map(kept);
    held = sumOf(kept);
  }

  // Listed anew, because other windows write and clear too.
  async function sizesIn(before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const keys = await storage.keys(folder);
    const size = async (key: string) => before.get(key) ?? (await storage.size(key));
    return new Map(await Promise.all(keys.map(async (key) => [key, await size(key)] as const)));
  }

  // One run after the other: two at once would each count what the other deletes.
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

/** How many of the newest segments stay: enough for the count, as far as the bytes allow. */
function howManyWithin(newestFirst: Sizes, bound: Bounds): number {
  let held: Bounds = { count: 0, bytes: 0 };
  for (const [index, [key, bytes]] of newestFirst.entries()) {
    if (index > 0 && (held.count >= bound.count || held.bytes + bytes > bound.bytes)) return index;
    held = { count: held.count + countOf(key), bytes: held.bytes + bytes };
  }
  return newestFirst.length;
}
