import * as vscode from 'vscode';
import type { Question } from '../../app/updates/submission.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { errorText } from '../errorText.ts';
import type { Services } from '../services.ts';
import { entryText, executionText, snapshotText, taskText } from './documentText.ts';
import { questionTexts } from './questionTexts.ts';
import { oneLine } from './plainText.ts';
import { parseViewPath, viewPath } from './viewPath.ts';
import type { Viewed } from './viewPath.ts';

const scheme = 'workflow-tasks-view';

/** Documents that show and cannot be changed: tasks, executions, before and after. */
export interface ReadOnlyDocuments extends vscode.Disposable {
  showTask(task: Pick<Task, 'ref' | 'name'>): Promise<void>;
  /** While the keyboard stays where it is. */
  peekTask(task: Pick<Task, 'ref' | 'name'>): Promise<void>;
  showExecution(given: { readonly connection: string; readonly execution: string }): Promise<void>;
  /** Before beside after; the whole entry where there is no after, or no difference. */
  showUpdate(entry: JournalEntry): Promise<void>;
  /** What the engine holds beside what would be sent. */
  showQuestion(question: Question): Promise<void>;
  /** Two texts about a task beside each other; `what` says what they are. */
  showTexts(name: string, sides: readonly [string, string], what: string): Promise<void>;
  /** Reads the task's open document again. */
  refreshTask(ref: TaskRef): void;
}

export function registerReadOnlyDocuments(services: Services): ReadOnlyDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  // The two sides of what was compared in this window; a reload closes the question as well.
  const texts = new Map<string, string>();
  let pairs = 0;
  async function showTexts(
    name: string,
    [before, after]: readonly [string, string],
    what: string,
  ): Promise<void> {
    pairs += 1;
    const id = String(pairs);
    texts.set(`${id}b`, before);
    texts.set(`${id}p`, after);
    const side = (which: 'b' | 'p') => toUri({ kind: 'text', id: `${id}${which}`, title: name });
    await diff(side('b'), side('p'), `${oneLine(name, 60)}: ${what}`);
  }

  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const viewed = parseViewPath(uri.path);
      if (viewed === undefined) return 'There is no such document.';
      try {
        return (await textOf(viewed, services, texts, abort.signal)) ?? missing(viewed);
      } catch (error) {
        return isAbort(error) ? '' : `${errorText(error).text}\n`;
      }
    },
  });

  const showTask = async ({ ref, name }: Pick<Task, 'ref' | 'name'>, preserveFocus: boolean) => {
    const uri = toUri({ kind: 'task', ref, title: name });
    changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus });
  };

  return {
    showTask: (task) => showTask(task, false),
    peekTask: (task) => showTask(task, true),
    showExecution: async (given) => {
      const uri = toUri({ kind: 'execution', ...given });
      changed.fire(uri);
      await show(uri);
    },
    showUpdate,
    showQuestion: async (question) => {
      const { now, toBeSent } = questionTexts(question);
      await showTexts(question.task.name, [now, toBeSent], 'now ↔ to be sent');
    },
    showTexts,
    refreshTask: (ref) => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme !== scheme) continue;
        const viewed = parseViewPath(uri.path);
        if (viewed?.kind === 'task' && viewed.ref.task === ref.task) changed.fire(uri);
      }
    },
    dispose: () => vscode.Disposable.from(registration, changed).dispose(),
  };
}

async function showUpdate(entry: JournalEntry): Promise<void> {
  const { id, taskName, before, outcome } = entry;
  const side = (which: 'before' | 'after' | 'whole') =>
    toUri({ kind: 'update', entry: id, side: which, title: taskName });
  const after = outcome?.after;
  const isDifferent =
    after !== undefined && snapshotText(entry, before) !== snapshotText(entry, after);
  if (!isDifferent) return show(side('whole'));
  await diff(side('before'), side('after'), `${oneLine(taskName, 60)}: before ↔ after`);
}

async function textOf(
  viewed: Viewed,
  { store, journal }: Services,
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
      if (entry === undefined) return undefined;
      if (viewed.side === 'before') return snapshotText(entry, entry.before);
      const after = entry.outcome?.after;
      return viewed.side === 'after' && after !== undefined
        ? snapshotText(entry, after)
        : entryText(entry);
    }
    case 'text':
      return texts.get(viewed.id);
  }
}

function missing(viewed: Viewed): string {
  if (viewed.kind === 'task') return 'The engine knows no such task any more.\n';
  return 'This is no longer kept.\n';
}

function toUri(viewed: Viewed): vscode.Uri {
  return vscode.Uri.from({ scheme, path: viewPath(viewed) });
}

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: true });
}

async function diff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
