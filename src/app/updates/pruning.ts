import type { Storage } from '../ports.ts';

/**
 * Keeps a folder whose names sort by age at `keep` documents. The names are listed only when the
 * limit may have been passed by a twentieth, so that a long run of writes does not list them all
 * each time.
 */
export function createPruning(
  storage: Storage,
  folder: string,
  keep: () => number,
): () => Promise<void> {
  let known: number | undefined;
  let running: Promise<void> = Promise.resolve();

  async function prune(): Promise<void> {
    known = known === undefined ? undefined : known + 1;
    if (known !== undefined && known <= keep() + Math.floor(keep() / 20)) return;
    const keys = [...(await storage.keys(folder))].sort();
    for (const key of keys.slice(0, Math.max(0, keys.length - keep()))) await storage.remove(key);
    known = Math.min(keys.length, keep());
  }

  // One after the other: two at once would each count what the other removes.
  return () => {
    running = running.then(prune, prune);
    return running;
  };
}
