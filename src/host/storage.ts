import * as vscode from 'vscode';
import type { Storage } from '../app/ports.ts';

/**
 * Documents as files below the extension's global storage, so that they outlive the window and
 * every window sees them. A file is written aside and renamed: a crash leaves the old or the new
 * one, never half of it. Through vscode.workspace.fs, so that it works in every kind of host.
 */
export function createFileStorage(root: vscode.Uri): Storage {
  const fs = vscode.workspace.fs;
  let counter = 0;

  // Keys hold what engines call their tasks: no character of theirs may reach the file system.
  const fileOf = (key: string) => {
    const [folder = '', ...rest] = key.split('/');
    const name = Buffer.from(rest.join('/'), 'utf8').toString('base64url');
    return { folder: vscode.Uri.joinPath(root, folder), name: `${name}.json` };
  };

  return {
    keys: async (prefix) => {
      const folder = prefix.replace(/\/$/, '');
      const entries = await readDirectory(vscode.Uri.joinPath(root, folder));
      return entries
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${folder}/${Buffer.from(name.slice(0, -5), 'base64url').toString('utf8')}`);
    },
    read: async (key) => {
      const { folder, name } = fileOf(key);
      try {
        const bytes = await fs.readFile(vscode.Uri.joinPath(folder, name));
        return new TextDecoder().decode(bytes);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    write: async (key, text) => {
      const { folder, name } = fileOf(key);
      const aside = vscode.Uri.joinPath(folder, `${name}.${process.pid}-${++counter}.tmp`);
      await fs.writeFile(aside, new TextEncoder().encode(text));
      await fs.rename(aside, vscode.Uri.joinPath(folder, name), { overwrite: true });
    },
    remove: async (key) => {
      const { folder, name } = fileOf(key);
      try {
        await fs.delete(vscode.Uri.joinPath(folder, name));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

async function readDirectory(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
