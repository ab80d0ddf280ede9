import * as vscode from 'vscode';
import type { Drafts } from '../../app/drafts/drafts.ts';
import { taskKey } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';
import type { OutputContent } from './outputContent.ts';
import { openOutputs, outputScheme, pathOf } from '../documents/openOutputs.ts';
import type { OutputPath } from '../documents/outputPath.ts';
import { savedBytes } from '../documents/savedBytes.ts';
import type { OutputTasks } from './outputTasks.ts';

/** Serves output documents as files. Saving keeps the draft and never sends. */
export function registerOutputFileSystem(
  drafts: Pick<Drafts, 'onDidChange'>,
  content: OutputContent,
  tasks: OutputTasks,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  // The wizard or a confirmed update may have changed the draft.
  async function follow(): Promise<void> {
    for (const { document, path } of openOutputs()) {
      const { uri } = document;
      if (document.isDirty) continue;
      const hasMoved = await content.hasMoved(uri.toString(), path).catch(() => false);
      if (hasMoved) changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
  }

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => {
      const { bytes, mtime } = await read(content, uri);
      return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    },
    readFile: async (uri) => (await read(content, uri)).bytes,
    writeFile: async (uri, bytes) =>
      content.write(uri.toString(), ownPath(uri), savedBytes(uri, bytes)),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };

  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(outputScheme, provider, { isCaseSensitive: true }),
    { dispose: drafts.onDidChange(() => void follow()) },
    { dispose: content.onDidRelease(() => void follow()) },
    { dispose: tasks.onDidChange(() => void follow()) },
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const path = pathOf(uri);
      if (path === undefined) return;
      content.forget(uri.toString());
      const key = taskKey(path.ref);
      if (!openOutputs().some((open) => taskKey(open.path.ref) === key)) tasks.forget(path.ref);
    }),
    changed,
  );
}

async function read(content: OutputContent, uri: vscode.Uri) {
  const path = ownPath(uri);
  const found = await content.read(uri.toString(), path).catch((error: unknown) => {
    throw vscode.FileSystemError.Unavailable(errorText(error).text);
  });
  if (found === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return found;
}

function ownPath(uri: vscode.Uri): OutputPath {
  const path = pathOf(uri);
  if (path === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return path;
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
