import * as vscode from 'vscode';
import { listText } from '../../app/taskList/listText.ts';
import type { ListText } from '../../app/taskList/taskLists.ts';
import { documentBytes, documentText } from '../documents/documentBytes.ts';
import { savedBytes } from '../documents/savedBytes.ts';
import { listNames } from './listParts.ts';
import type { ListParts } from './listParts.ts';
import { listIdOf } from './listUri.ts';

/** The lists as files. Saving keeps the text and never sends. */
export function createListFiles(parts: ListParts) {
  const read = async (uri: vscode.Uri): Promise<ListText> => {
    const found = await textOf(parts, idOf(uri));
    if (found === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  };
  return {
    stat: async (uri: vscode.Uri): Promise<vscode.FileStat> => {
      const { text, savedAt } = await read(uri);
      const size = documentBytes(text).length;
      return { type: vscode.FileType.File, ctime: 0, mtime: savedAt, size };
    },
    readFile: async (uri: vscode.Uri) => documentBytes((await read(uri)).text),
    writeFile: async (uri: vscode.Uri, bytes: Uint8Array) => {
      await parts.lists.writeText(idOf(uri), documentText(savedBytes(uri, bytes)));
    },
  };
}

// A lost text is made again from its list, with the list's time.
async function textOf({ lists, ...parts }: ListParts, id: string) {
  const kept = await lists.readText(id);
  if (kept !== undefined) return kept;
  const list = await lists.read(id);
  if (list === undefined) return undefined;
  return { text: listText(list, listNames(parts)), savedAt: list.readAt };
}

function idOf(uri: vscode.Uri): string {
  const id = listIdOf(uri);
  if (id === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return id;
}
