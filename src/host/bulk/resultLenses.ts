import * as vscode from 'vscode';
import type { CommandId } from '../manifest.generated.ts';
import { numberText } from '../../app/bulk/countText.ts';
import { viewScheme } from '../updates/readOnlyDocuments.ts';
import { openOf, unappliedOf } from './resultLines.ts';
import type { Results } from './resultDocuments.ts';

/** What can be done with a batch's results, above their first line. */
export function registerResultLenses(
  onDidChangeCodeLenses: vscode.Event<void>,
  find: (uri: vscode.Uri) => Results | undefined,
): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(
    { scheme: viewScheme },
    { onDidChangeCodeLenses, provideCodeLenses: ({ uri }) => lensesOf(find(uri)) },
  );
}

function lensesOf(found: Results | undefined): vscode.CodeLens[] {
  if (found === undefined) return [];
  const { uri, report } = found;
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
