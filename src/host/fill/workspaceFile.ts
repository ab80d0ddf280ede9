import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { fileSteps } from '../../app/recipes/fileSteps.ts';
import type { Found } from '../../app/recipes/resolve.ts';
import { readTextFile } from './readTextFile.ts';

// A recipe's file is text that a person would look through.
const limitBytes = 1024 * 1024;

/** The file that a recipe names. It must be inside a workspace folder, after following links. */
export async function workspaceFile(path: string): Promise<Found> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return { problem: 'No folder is open.' };
  const steps = fileSteps(path);
  if (steps === undefined) {
    return { problem: 'Only files below a folder of the workspace are read.' };
  }
  for (const { uri: folder } of folders) {
    const file = vscode.Uri.joinPath(folder, ...steps);
    if (!(await exists(file))) continue;
    if (!(await isBelow(folder, file))) {
      return { problem: 'It is a link that leads out of the workspace.' };
    }
    return readTextFile(file, limitBytes, false);
  }
  return { problem: 'There is no such file in the workspace.' };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

// Only file systems on disk have links to follow. Others resolve their own paths.
async function isBelow(folder: vscode.Uri, file: vscode.Uri): Promise<boolean> {
  if (file.scheme !== 'file') return true;
  const inside = relative(await realpath(folder.fsPath), await realpath(file.fsPath));
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
