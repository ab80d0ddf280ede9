import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { sep } from 'node:path';
import type { Storage } from '../app/ports.ts';
import { createTidy, ownFile, ownFolder } from './createTidy.ts';

/**
 * Documents as files below the extension's global storage, so that they outlive the window and
 * every window sees them. A file is written aside and renamed: a crash leaves the old or the new
 * one, never half of it. All in one go, without a turn for others: a window that is reloaded stops
 * its extension host between two asynchronous steps, and what was typed would stay aside. Outputs
 * may be confidential: other users of the machine can read neither files nor folders.
 */
export function createFileStorage(root: string): Storage {
  let counter = 0;
  const tidy = createTidy(root);

  // Not `join`: there is nothing to resolve, and it takes longer than some of the calls below.
  const inRoot = (folder: string) => `${root}${sep}${folder}`;

  // Keys hold what engines call their tasks: no character of theirs may reach the file system.
  const placeOf = (key: string) => {
    const [folder = '', ...rest] = key.split('/');
    const name = Buffer.from(rest.join('/'), 'utf8').toString('base64url');
    const path = inRoot(folder);
    return { folder: path, path: `${path}${sep}${name}.json` };
  };

  const namesIn = (folder: string) => {
    tidy(inRoot(folder));
    const names = orUndefined(() => readdirSync(inRoot(folder))) ?? [];
    return names.filter((name) => name.endsWith('.json'));
  };

  return {
    keys: async (prefix) => {
      const folder = prefix.replace(/\/$/, '');
      return namesIn(folder).map((name) => keyOf(folder, name));
    },
    size: async (key) => statSync(placeOf(key).path, { throwIfNoEntry: false })?.size ?? 0,
    read: async (key) => {
      const { path } = placeOf(key);
      // Most are asked for in vain, and an error costs ten times as much as this look.
      if (!existsSync(path)) return undefined;
      return orUndefined(() => readFileSync(path, 'utf8'));
    },
    write: async (key, text) => {
      const { folder, path } = placeOf(key);
      tidy(folder);
      counter += 1;
      const aside = `${path}.${process.pid}-${counter}.tmp`;
      try {
        inFolder(folder, () => {
          writeFileSync(aside, text, { mode: ownFile });
          renameSync(aside, path);
        });
      } catch (error) {
        // On a full disk each try would leave a piece there, and nobody takes it away.
        rmSync(aside, { force: true });
        throw error;
      }
    },
    append: async (key, text) => {
      const { folder, path } = placeOf(key);
      tidy(folder);
      inFolder(folder, () => appendFileSync(path, text, { mode: ownFile }));
    },
    move: async (from, to) => {
      const [old, now] = [placeOf(from), placeOf(to)];
      tidy(now.folder);
      inFolder(now.folder, () => renameSync(old.path, now.path));
    },
    remove: async (key) => {
      rmSync(placeOf(key).path, { force: true });
    },
  };
}

/** Makes the folder only where it is missing, which is once. */
function inFolder(folder: string, work: () => void): void {
  const isDone = orUndefined(() => {
    work();
    return true;
  });
  if (isDone === true) return;
  mkdirSync(folder, { recursive: true, mode: ownFolder });
  work();
}

function keyOf(folder: string, name: string): string {
  return `${folder}/${Buffer.from(name.slice(0, -5), 'base64url').toString('utf8')}`;
}

/** Undefined where there is no such file or folder. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
