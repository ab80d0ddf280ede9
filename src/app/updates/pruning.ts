import type { Storage } from '../ports.ts';

/** What a folder may hold: documents, and their bytes in all. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Keeps a folder whose names sort by age within bounds: the oldest go first, and the newest stays
 * whatever its size. Call it after each write, with the bytes added. The folder is looked at only
 * when a bound may have been passed by a twentieth, and the size of a document only once, so that
 * a long run of writes does not look at all of it each time.
 */
export function createPruning(
  storage: Storage,
  folder: string,
  bounds: () => Bounds,
): (key: string, added: number) => Promise<void> {
  // Bytes by key; undefined until the folder was looked at.
  let known: Map<string, number> | undefined;
  let bytes = 0;
  let running: Promise<void> = Promise.resolve();

  async function prune(key: string, added: number): Promise<void> {
    const bound = bounds();
    if (known !== undefined) {
      known.set(key, (known.get(key) ?? 0) + added);
      bytes += added;
      if (isWithin({ count: known.size, bytes }, withSlack(bound))) return;
    }
    known = await sizesIn(known ?? new Map());
    const newestFirst = [...known].sort(([a], [b]) => (a < b ? 1 : -1));
    const kept = newestWithin(newestFirst, bound);
    for (const [oldest] of newestFirst.slice(kept.count)) {
      await storage.remove(oldest);
      known.delete(oldest);
    }
    bytes = kept.bytes;
  }

  // Other windows write and clear as well.
  async function sizesIn(before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const keys = await storage.keys(folder);
    const size = async (key: string) => before.get(key) ?? (await storage.size(key));
    return new Map(await Promise.all(keys.map(async (key) => [key, await size(key)] as const)));
  }

  // One after the other: two at once would each count what the other removes.
  return (key, added) => {
    const look = () => prune(key, added);
    running = running.then(look, look);
    return running;
  };
}

function isWithin(held: Bounds, bound: Bounds): boolean {
  return held.count <= bound.count && held.bytes <= bound.bytes;
}

function withSlack({ count, bytes }: Bounds): Bounds {
  return { count: count + Math.floor(count / 20), bytes: bytes + bytes / 20 };
}

/** How many of the newest documents stay, and their bytes. */
function newestWithin(newestFirst: readonly (readonly [string, number])[], bound: Bounds): Bounds {
  let held: Bounds = { count: 0, bytes: 0 };
  for (const [, size] of newestFirst) {
    const next = { count: held.count + 1, bytes: held.bytes + size };
    if (held.count > 0 && !isWithin(next, bound)) return held;
    held = next;
  }
  return held;
}
