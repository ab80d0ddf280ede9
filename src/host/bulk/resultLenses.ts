import * as vscode from 'vscode';
import type { CommandId } from '../manifest.generated.ts';
import { numberText } from '../../app/bulk/countText.ts';
import { viewerScheme } from '../documents/viewers.ts';
import { openOf, unappliedOf } from './resultLines.ts';
import type { BulkReport } from './resultLines.ts';

/** Shows the actions on results above their first line. */
export function registerResultLenses(
  onDidChangeCodeLenses: vscode.Event<void>,
  find: (uri: vscode.Uri) => BulkReport | undefined,
): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(
    { scheme: viewerScheme },
    { onDidChangeCodeLenses, provideCodeLenses: ({ uri }) => lensesOf(uri, find(uri)) },
  );
}

function lensesOf(uri: vscode.Uri, report: BulkReport | undefined): vscode.CodeLens[] {
  if (report === undefined) return [];
  const start = new vscode.Range(0, 0, 0, 0);
  const lens = (title: string, command: CommandId) =>
    new vscode.CodeLens(start, { title, command, arguments: [uri] });
  const unapplied = unappliedOf(report).length;
  const open = openOf(report).length;
  const retry = `Retry Those Not Applied (${numberText(unapplied)})…`;
  return [
    ...(unapplied === 0 ? [] : [lens(retry, 'workflowTasks.results.retry')]),
    ...(open === 0
      ? []
      : [lens(`Check Again (${numberText(open)})`, 'workflowTasks.results.checkAgain')]),
    lens('Copy as Markdown', 'workflowTasks.results.copyMarkdown'),
    lens('Copy as CSV', 'workflowTasks.results.copyCsv'),
  ];
}
