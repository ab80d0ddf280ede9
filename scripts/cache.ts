import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inRoot } from './root.ts';

/** Where big downloads are kept; clones share it where WORKFLOW_TASKS_CACHE names a folder. */
export function cacheFolder(): string {
  const shared = process.env['WORKFLOW_TASKS_CACHE'];
  return shared ? resolve(shared) : inRoot('.vscode-test');
}

/**
 * A folder of the cache, made by `fill` where it is not there. It appears only when it is whole,
 * so that an interrupted download is made again and two clones never see half of one.
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
