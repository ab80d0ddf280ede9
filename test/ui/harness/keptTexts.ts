import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './workbench.ts';

/** What the extension keeps as files. */
export type KeptFolder = 'drafts' | 'inFlight' | 'journal' | 'taskTexts';

/** The texts of all files of a kind that are written down, as the extension would read them. */
export function keptTexts(workbench: Workbench, folder: KeptFolder): readonly string[] {
  return textsBelow(folderOf(workbench, folder)).map(({ text }) => text);
}

/** What VS Code has written down of the editors that are not saved. */
export function backups({ userDataDir }: Workbench): readonly string[] {
  return textsBelow(join(userDataDir, 'User/Backups')).map(({ text }) => text);
}

/** Takes all drafts away; only where none of their documents is open. */
export function forgetDrafts(workbench: Workbench): void {
  for (const { path } of textsBelow(folderOf(workbench, 'drafts'))) rmSync(path, { force: true });
}

function folderOf({ userDataDir }: Workbench, folder: KeptFolder): string {
  return join(userDataDir, 'User/globalStorage/workflow-tasks.workflow-tasks', folder);
}

function textsBelow(root: string): readonly { readonly path: string; readonly text: string }[] {
  return filesBelow(root)
    .filter((path) => !path.endsWith('.tmp'))
    .flatMap((path) => {
      const text = orUndefined(() => readFileSync(path, 'utf8'));
      return text === undefined ? [] : [{ path, text }];
    });
}

function filesBelow(root: string): readonly string[] {
  const entries = orUndefined(() => readdirSync(root, { recursive: true, withFileTypes: true }));
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Undefined where it is not there yet, or no more. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
