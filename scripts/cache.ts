import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inRoot } from './root.ts';

/** The folder of big downloads. Clones share the folder that WORKFLOW_TASKS_CACHE names. */
export function cacheFolder(): string {
  const shared = process.env['WORKFLOW_TASKS_CACHE'];
  return shared ? resolve(shared) : inRoot('.vscode-test');
}

/**
 * Returns a folder of the cache, and lets `fill` make it if it is missing. The folder appears only
 * when it is complete: an interrupted download starts again, and no clone sees half of one.
 */
export async function cached(
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const growing = mkdtempSync(`${folder}.part-`);
  try {
    await fill(growing);
    if (!existsSync(folder)) renameSync(growing, folder);
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
  return folder;
}
