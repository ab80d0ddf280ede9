import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import { createRecentMap } from '../../app/recentMap.ts';
import type { RecentMap } from '../../app/recentMap.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { sameTask, workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';
import type { AppParts } from '../appParts.ts';
import { entryText, executionText, snapshotText, taskText } from '../words/taskText.ts';
import { oneLine } from '../words/plainText.ts';
import { showDiff } from '../ui/showDiff.ts';
import { parseViewerAddress, viewerAddress } from './viewerAddress.ts';
import type { ViewerContent, ViewerName } from './viewerAddress.ts';

export const viewerScheme = 'workflow-tasks-view';

// The result of many updates may take a megabyte.
const mostTexts = 100;

type Shown = Pick<Task, 'ref' | 'name' | 'workflowName'>;

/** Opens read-only documents: tasks, executions, and updates with before and after. */
export interface Viewers extends vscode.Disposable {
  showTask(task: Shown): Promise<void>;
  /** Shows the task without moving the keyboard focus. */
  peekTask(task: Shown): Promise<void>;
  showExecution(given: { readonly connection: string; readonly execution: string }): Promise<void>;
  /** Shows before and after as a diff. Without a difference, it shows the whole entry. */
  showUpdate(entry: JournalEntry): Promise<void>;
  /** Makes a document of a text. The window keeps the last hundred of them. */
  keepText(text: string, name: ViewerName): vscode.Uri;
  /** Replaces the text of such a document. */
  replaceText(uri: vscode.Uri, text: string): void;
  /** Shows two texts about a task as a diff; `what` names them in the title. */
  showTexts(name: string, sides: readonly [string, string], what: string): Promise<void>;
}

export function registerViewers(app: AppParts): Viewers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  // Texts of this window's questions and results. A tab restored in another window does not find
  // them.
  const texts = createRecentMap<string>(mostTexts);
  const kept = keepingTexts(texts, changed);
  const registration = vscode.workspace.registerTextDocumentContentProvider(viewerScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const viewed = parseViewerAddress(uri);
      if (viewed === undefined) return 'There is no such document.';
      try {
        return (await textOf(viewed, app, texts, abort.signal)) ?? missing(viewed);
      } catch (error) {
        return isAbort(error) ? '' : `${errorText(error).text}\n`;
      }
    },
  });
  // A task's document is read again once an update of the task has an outcome.
  const stopListening = app.updates.onDidSettle(({ ref }) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      const viewed = uri.scheme === viewerScheme ? parseViewerAddress(uri) : undefined;
      if (viewed?.kind === 'task' && sameTask(viewed.ref, ref)) changed.fire(uri);
    }
  });
  const connectionName = (id: string) => app.connections.find(id)?.name ?? id;

  const showTask = async (task: Shown, preserveFocus: boolean) => {
    const { ref, name } = task;
    const names = [connectionName(ref.connection), workflowTitle(task), name];
    const uri = viewerUri({ kind: 'task', ref }, { names, extension: 'task.json' });
    changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus });
  };

  return {
    showTask: (task) => showTask(task, false),
    peekTask: (task) => showTask(task, true),
    showExecution: async (given) => {
      const names = [connectionName(given.connection), given.execution];
      const uri = viewerUri({ kind: 'execution', ...given }, { names, extension: 'json' });
      changed.fire(uri);
      await show(uri);
    },
    showUpdate,
    ...kept,
    showTexts: async (name, [before, after], what) => {
      const side = (text: string) => kept.keepText(text, { names: [name], extension: 'json' });
      await showDiff(side(before), side(after), `${oneLine(name, 60)}: ${what}`);
    },
    dispose: () => {
      stopListening();
      vscode.Disposable.from(registration, changed).dispose();
    },
  };
}

function keepingTexts(
  texts: RecentMap<string>,
  changed: vscode.EventEmitter<vscode.Uri>,
): Pick<Viewers, 'keepText' | 'replaceText'> {
  // A new prefix for each start: a tab restored after a crash must not show another text.
  const start = crypto.randomUUID();
  let count = 0;
  return {
    keepText: (text, name) => {
      count += 1;
      const id = `${start}-${count}`;
      texts.set(id, text);
      return viewerUri({ kind: 'text', id }, name);
    },
    replaceText: (uri, text) => {
      const viewed = parseViewerAddress(uri);
      if (viewed?.kind !== 'text') return;
      texts.set(viewed.id, text);
      changed.fire(uri);
    },
  };
}

export function viewerUri(viewed: ViewerContent, name: ViewerName): vscode.Uri {
  return vscode.Uri.from({ scheme: viewerScheme, ...viewerAddress(viewed, name) });
}

async function showUpdate(entry: JournalEntry): Promise<void> {
  const { id, connectionName, taskName, before, outcome } = entry;
  const names = [connectionName, workflowTitle(entry), taskName];
  const side = (which: 'before' | 'after' | 'whole') =>
    viewerUri({ kind: 'update', entry: id, side: which }, { names, extension: 'json' });
  const after = outcome?.after;
  const isDifferent =
    after !== undefined && snapshotText(entry, before) !== snapshotText(entry, after);
  if (!isDifferent) return show(side('whole'));
  await showDiff(side('before'), side('after'), `${oneLine(taskName, 60)}: before ↔ after`);
}

async function textOf(
  viewed: ViewerContent,
  { store, journal, drafts }: AppParts,
  texts: Pick<RecentMap<string>, 'get'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  switch (viewed.kind) {
    case 'task': {
      const task = await store.task(viewed.ref, signal);
      return task === undefined ? undefined : taskText(task);
    }
    case 'execution':
      return executionText(await store.execution(viewed.connection, viewed.execution));
    case 'update': {
      const entry = await journal.read(viewed.entry);
      return entry === undefined ? undefined : sideText(entry, viewed.side);
    }
    case 'merge':
      return (await drafts.read(viewed.ref))?.merging?.[viewed.side];
    case 'text':
      return texts.get(viewed.id);
  }
}

function sideText(entry: JournalEntry, side: 'before' | 'after' | 'whole'): string {
  if (side === 'before') return snapshotText(entry, entry.before);
  const after = side === 'after' ? entry.outcome?.after : undefined;
  return after === undefined ? entryText(entry) : snapshotText(entry, after);
}

function missing(viewed: ViewerContent): string {
  switch (viewed.kind) {
    case 'task':
      return 'The engine knows no such task any more.\n';
    case 'text':
      return 'This is no longer kept; the Updates view has each update that was sent.\n';
    case 'execution':
    case 'update':
    case 'merge':
      return 'This is no longer kept.\n';
  }
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: true });
}
