import type { Storage } from '../ports.ts';

/** What a folder may hold: documents, and their bytes in all. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Keeps a folder whose names sort by age within bounds: the oldest go first, and the newest stays
 * whatever its size. Call it after each write, with the bytes written. The folder is looked at
 * only when a bound may have been passed by a twentieth, so that a long run of writes does not
 * look at all of it each time.
 */
export function createPruning(
  storage: Storage,
  folder: string,
  bounds: () => Bounds,
): (written: number) => Promise<void> {
  let known: Bounds | undefined;
  let running: Promise<void> = Promise.resolve();

  async function prune(written: number): Promise<void> {
    const bound = bounds();
    known = known && { count: known.count + 1, bytes: known.bytes + written };
    if (known !== undefined && isWithin(known, withSlack(bound))) return;
    const sizes = await storage.sizes(folder);
    const kept = newestWithin(sizes, bound);
    const oldest = [...sizes.keys()].sort().slice(0, sizes.size - kept.count);
    for (const key of oldest) await storage.remove(key);
    known = kept;
  }

  // One after the other: two at once would each count what the other removes.
  return (written) => {
    const look = () => prune(written);
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
function newestWithin(sizes: ReadonlyMap<string, number>, bound: Bounds): Bounds {
  let held: Bounds = { count: 0, bytes: 0 };
  for (const [, size] of [...sizes].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const next = { count: held.count + 1, bytes: held.bytes + size };
    if (held.count > 0 && !isWithin(next, bound)) return held;
    held = next;
  }
  return held;
}
