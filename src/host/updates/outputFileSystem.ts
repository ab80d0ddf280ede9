import * as vscode from 'vscode';
import { taskKey } from '../../domain/task.ts';
import { errorText } from '../errorText.ts';
import type { Services } from '../services.ts';
import { openOutputs, pathOf } from './outputEditor.ts';
import type { OutputPath } from './outputPath.ts';
import type { OutputTasks } from './outputTasks.ts';
import { documentText } from './outputText.ts';

interface Served {
  readonly text: string;
  /** Moves on only where the text does: else a save would be refused as a conflict. */
  readonly mtime: number;
}

/**
 * Output documents as files: reading gives the draft or what the engine holds, saving keeps the
 * draft. Nothing is ever sent from here.
 */
export function registerOutputFileSystem(
  { drafts, clock, connections }: Services,
  tasks: OutputTasks,
  scheme: string,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const served = new Map<string, Served>();

  async function textOf(path: OutputPath, uri: vscode.Uri): Promise<string> {
    const draft = await drafts.read(path.ref);
    if (draft?.text !== undefined) return draft.text;
    const task = await readTask(tasks, path, uri);
    return documentText(task, undefined);
  }

  async function serve(uri: vscode.Uri): Promise<Served> {
    const path = pathOf(uri);
    if (path === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const key = uri.toString();
    const text = await textOf(path, uri);
    const known = served.get(key);
    if (known?.text === text) return known;
    const next = { text, mtime: Math.max(clock.now(), (known?.mtime ?? 0) + 1) };
    served.set(key, next);
    return next;
  }

  // Somebody else may have changed the draft: the wizard, a send that was confirmed.
  async function follow(): Promise<void> {
    for (const { document } of openOutputs()) {
      const before = served.get(document.uri.toString());
      if (before === undefined || document.isDirty) continue;
      const now = await serve(document.uri).catch(() => before);
      if (now !== before)
        changed.fire([{ type: vscode.FileChangeType.Changed, uri: document.uri }]);
    }
  }

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => {
      const { text, mtime } = await serve(uri);
      const size = new TextEncoder().encode(text).length;
      return { type: vscode.FileType.File, ctime: 0, mtime, size };
    },
    readFile: async (uri) => new TextEncoder().encode((await serve(uri)).text),
    writeFile: async (uri, content) => {
      const path = pathOf(uri);
      if (path === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      const text = new TextDecoder().decode(content);
      const before = await drafts.read(path.ref);
      served.set(uri.toString(), { text, mtime: clock.now() });
      await drafts.write({
        ...before,
        ref: path.ref,
        connectionName: connections.find(path.ref.connection)?.name ?? path.ref.connection,
        taskName: before?.taskName ?? path.taskName,
        text,
      });
    },
    readDirectory: () => [],
    createDirectory: (uri) => refuse(uri),
    delete: (uri) => refuse(uri),
    rename: (uri) => refuse(uri),
  };

  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true }),
    { dispose: drafts.onDidChange(() => void follow()) },
    vscode.workspace.onDidCloseTextDocument((document) => {
      const path = pathOf(document.uri);
      if (path === undefined) return;
      served.delete(document.uri.toString());
      const isOpenElsewhere = openOutputs().some(
        (other) => taskKey(other.path.ref) === taskKey(path.ref),
      );
      if (!isOpenElsewhere) tasks.forget(path.ref);
    }),
    changed,
  );
}

async function readTask(tasks: OutputTasks, path: OutputPath, uri: vscode.Uri) {
  try {
    const task = await tasks.seen(path.ref);
    if (task !== undefined) return task;
  } catch (error) {
    throw vscode.FileSystemError.Unavailable(errorText(error).text);
  }
  throw vscode.FileSystemError.FileNotFound(uri);
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
