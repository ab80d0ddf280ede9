import * as vscode from 'vscode';
import type { Drafts } from '../../app/updates/drafts.ts';
import type { OutputLanguage } from '../outputLanguage/outputLanguage.ts';
import { openOutputs, pathOf } from './outputEditor.ts';
import type { LoadLanguage } from './outputProviders.ts';
import type { OutputTasks } from './outputTasks.ts';

// A pause in typing; large documents are not read at every key.
const pauseMs = 250;

/** Squiggles where a document cannot be sent as it is, or would better not. */
export function registerOutputDiagnostics(
  tasks: OutputTasks,
  drafts: Pick<Drafts, 'onDidChange'>,
  load: LoadLanguage,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('workflowTasks');
  const pauses = new Map<string, NodeJS.Timeout>();

  async function check(document: vscode.TextDocument): Promise<void> {
    if (pathOf(document.uri) === undefined || document.isClosed) return;
    const { version } = document;
    const diagnostics = await (await load()).problems(document);
    // Closed or changed meanwhile: a later check is on its way.
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, diagnostics);
  }

  function checkSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(pauses.get(key));
    pauses.set(
      key,
      setTimeout(() => void check(document), pauseMs),
    );
  }

  const checkAll = () => {
    for (const { document } of openOutputs()) void check(document);
  };
  const follow = (language: OutputLanguage) => language.onDidChange(checkAll);
  let stopFollowing: (() => void) | undefined;
  const checkFirst = (document: vscode.TextDocument) => {
    if (pathOf(document.uri) === undefined) return;
    void load().then((language) => (stopFollowing ??= follow(language)));
    void check(document);
  };
  for (const { document } of openOutputs()) checkFirst(document);
  return vscode.Disposable.from(
    collection,
    { dispose: tasks.onDidChange(checkAll) },
    // Merged or replaced is part of the draft.
    { dispose: drafts.onDidChange(checkAll) },
    { dispose: () => stopFollowing?.() },
    vscode.workspace.onDidOpenTextDocument(checkFirst),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('json.validate')) checkAll();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (pathOf(document.uri) !== undefined) checkSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(pauses.get(uri.toString()));
      pauses.delete(uri.toString());
      collection.delete(uri);
    }),
  );
}
