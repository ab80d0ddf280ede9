import { resolve } from 'node:path';

/** The repository's folder. Every script works on it, whatever its working directory. */
export const root = resolve(import.meta.dirname, '..');

/** An absolute path inside the repository. */
export function inRoot(...parts: readonly string[]): string {
  return resolve(root, ...parts);
}
