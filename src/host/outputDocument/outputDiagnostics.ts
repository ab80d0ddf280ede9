import * as vscode from 'vscode';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { OutputLanguage } from '../outputLanguage/outputLanguage.ts';
import { afterTyping } from '../ui/afterTyping.ts';
import { openOutputs, pathOf } from '../documents/openOutputs.ts';
import type { LoadLanguage } from './outputProviders.ts';
import type { OutputTasks } from './outputTasks.ts';

/** Shows errors that keep a document from being sent, and warnings. */
export function registerOutputDiagnostics(
  tasks: OutputTasks,
  drafts: Pick<Drafts, 'onDidChange'>,
  load: LoadLanguage,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('workflowTasks');

  async function check(document: vscode.TextDocument): Promise<void> {
    if (pathOf(document.uri) === undefined || document.isClosed) return;
    const { version } = document;
    const diagnostics = await (await load()).problems(document);
    // The document was closed or has changed: a later check follows.
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, diagnostics);
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
    // The draft holds the output mode.
    { dispose: drafts.onDidChange(checkAll) },
    { dispose: () => stopFollowing?.() },
    vscode.workspace.onDidOpenTextDocument(checkFirst),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('json.validate')) checkAll();
    }),
    afterTyping(
      (uri) => pathOf(uri) !== undefined,
      (document) => void check(document),
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
