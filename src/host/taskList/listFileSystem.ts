import * as vscode from 'vscode';
import type { createListFiles } from './listFiles.ts';
import { listScheme } from './listUri.ts';

/** Serves the lists as files. `files` is loaded with the first list. */
export function registerListFileSystem(
  files: () => Promise<ReturnType<typeof createListFiles>>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const follow = ({ uri }: vscode.TextDocument) => {
    if (uri.scheme === listScheme) void files();
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await files()).stat(uri),
    readFile: async (uri) => (await files()).readFile(uri),
    writeFile: async (uri, bytes) => (await files()).writeFile(uri, bytes),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registrations = vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(listScheme, provider, { isCaseSensitive: true }),
    vscode.workspace.onDidOpenTextDocument(follow),
    changed,
  );
  vscode.workspace.textDocuments.forEach(follow);
  return registrations;
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
