import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** Modes that let only the person themselves in. Windows has none; a profile is its owner's there. */
export const ownFile = 0o600;
export const ownFolder = 0o700;

// A file aside lives for milliseconds. A younger one may be another window's write in progress.
const abandonedMs = 60_000;

/**
 * Closes a folder of the storage, and its files, to other users: earlier versions left them open.
 * Removes the files that a crash left aside. A folder that is missing stays so. Does it once for
 * each folder.
 */
export function createTidy(root: string): (folder: string) => void {
  const done = new Set<string>();
  return (folder) => {
    if (done.has(folder)) return;
    done.add(folder);
    tidy(root, folder);
  };
}

function tidy(root: string, folder: string): void {
  for (const path of [root, folder]) attempt(() => close(path, ownFolder));
  let names: readonly string[] = [];
  attempt(() => (names = readdirSync(folder)));
  for (const name of names) {
    const path = `${folder}${sep}${name}`;
    attempt(() => {
      const isAbandoned =
        name.endsWith('.tmp') && statSync(path).mtimeMs < Date.now() - abandonedMs;
      if (isAbandoned) rmSync(path, { force: true });
      else close(path, ownFile);
    });
  }
}

function close(path: string, mode: number): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}

/**
 * Other windows move and remove files meanwhile, and some file systems have no modes: neither may
 * keep a draft from being written.
 */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // As said above.
  }
}
