import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
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

/** The scheme of these documents. */
export const viewScheme = 'workflow-tasks-view';

type Shown = Pick<Task, 'ref' | 'name' | 'workflowName'>;

/** Documents that show and cannot be changed: tasks, executions, before and after. */
export interface ReadOnlyDocuments extends vscode.Disposable {
  showTask(task: Shown): Promise<void>;
  /** While the keyboard stays where it is. */
  peekTask(task: Shown): Promise<void>;
  showExecution(given: { readonly connection: string; readonly execution: string }): Promise<void>;
  /** Before beside after; the whole entry where there is no after, or no difference. */
  showUpdate(entry: JournalEntry): Promise<void>;
  /** A document with this text, for as long as the window lives. */
  keepText(text: string, name: ViewerName): vscode.Uri;
  /** Puts another text in place of one that is kept. */
  replaceText(uri: vscode.Uri, text: string): void;
  /** Two texts about a task beside each other; `what` says what they are. */
  showTexts(name: string, sides: readonly [string, string], what: string): Promise<void>;
}

export function registerReadOnlyDocuments(app: AppParts): ReadOnlyDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  // What questions and results of this window show; VS Code brings such a tab back in no other.
  const texts = new Map<string, string>();
  const kept = keepingTexts(texts, changed);
  const registration = vscode.workspace.registerTextDocumentContentProvider(viewScheme, {
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
      const viewed = uri.scheme === viewScheme ? parseViewerAddress(uri) : undefined;
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
  texts: Map<string, string>,
  changed: vscode.EventEmitter<vscode.Uri>,
): Pick<ReadOnlyDocuments, 'keepText' | 'replaceText'> {
  // Never the address of another start: what a crash left open would be shown for the new text.
  const start = crypto.randomUUID();
  return {
    keepText: (text, name) => {
      const id = `${start}-${texts.size + 1}`;
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

/** Where a read-only document is found. */
export function viewerUri(viewed: ViewerContent, name: ViewerName): vscode.Uri {
  return vscode.Uri.from({ scheme: viewScheme, ...viewerAddress(viewed, name) });
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
  texts: ReadonlyMap<string, string>,
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
      return 'This was kept until its window closed; the Updates view has each update that was sent.\n';
    case 'execution':
    case 'update':
    case 'merge':
      return 'This is no longer kept.\n';
  }
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: true });
}
