import { resolve } from 'node:path';

/** The repository's folder; every script works on it, from wherever it was started. */
export const root = resolve(import.meta.dirname, '..');

/** An absolute path inside the repository. */
export function inRoot(...parts: readonly string[]): string {
  return resolve(root, ...parts);
}
