import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Storage } from '../app/ports.ts';

/**
 * Documents as files below the extension's global storage, so that they outlive the window and
 * every window sees them. A file is written aside and renamed: a crash leaves the old or the new
 * one, never half of it. In one go, without a turn for others: a window that is reloaded stops its
 * extension host between two asynchronous steps, and what was typed would stay aside.
 */
export function createFileStorage(root: string): Storage {
  let counter = 0;

  // Keys hold what engines call their tasks: no character of theirs may reach the file system.
  const placeOf = (key: string) => {
    const [folder = '', ...rest] = key.split('/');
    const name = Buffer.from(rest.join('/'), 'utf8').toString('base64url');
    return { folder: join(root, folder), name: `${name}.json` };
  };

  const namesIn = (folder: string) =>
    (orUndefined(() => readdirSync(join(root, folder))) ?? []).filter((name) =>
      name.endsWith('.json'),
    );

  return {
    keys: async (prefix) => {
      const folder = prefix.replace(/\/$/, '');
      return namesIn(folder).map((name) => keyOf(folder, name));
    },
    sizes: async (prefix) => {
      const folder = prefix.replace(/\/$/, '');
      const sizes = namesIn(folder).flatMap((name) => {
        // Another window may just have removed it.
        const stat = statSync(join(root, folder, name), { throwIfNoEntry: false });
        return stat === undefined ? [] : [[keyOf(folder, name), stat.size] as const];
      });
      return new Map(sizes);
    },
    read: async (key) => {
      const { folder, name } = placeOf(key);
      const path = join(folder, name);
      // Most are asked for in vain, and an error costs ten times as much as this look.
      if (!existsSync(path)) return undefined;
      return orUndefined(() => readFileSync(path, 'utf8'));
    },
    write: async (key, text) => {
      const { folder, name } = placeOf(key);
      counter += 1;
      const aside = join(folder, `${name}.${process.pid}-${counter}.tmp`);
      writeInto(folder, aside, text);
      renameSync(aside, join(folder, name));
    },
    remove: async (key) => {
      const { folder, name } = placeOf(key);
      rmSync(join(folder, name), { force: true });
    },
  };
}

/** Makes the folder only where it is missing, which is once. */
function writeInto(folder: string, path: string, text: string): void {
  const written = orUndefined(() => {
    writeFileSync(path, text);
    return true;
  });
  if (written !== undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
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
