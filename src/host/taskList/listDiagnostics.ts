import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';
import type { LineProblem } from '../../app/taskList/lineProblem.ts';
import { afterTyping } from '../ui/afterTyping.ts';
import type { OpenLists } from './openLists.ts';
import { listIdOf } from './listUri.ts';

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** Shows errors on lines that cannot be sent, and warnings. */
export function registerListDiagnostics(open: OpenLists): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('workflowTasksList');

  const check = (document: vscode.TextDocument) => {
    if (document.isClosed || open.listOf(document) === undefined) return;
    const diagnostics = open
      .linesOf(document)
      .flatMap(({ line, problems }) => problems.map((problem) => toDiagnostic(line, problem)));
    collection.set(document.uri, diagnostics);
  };
  const checkAll = () => open.documents().forEach(check);
  checkAll();
  return vscode.Disposable.from(
    collection,
    { dispose: open.onDidChange(checkAll) },
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (listIdOf(document.uri) !== undefined) check(document);
    }),
    afterTyping((uri) => listIdOf(uri) !== undefined, check),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

function toDiagnostic(line: number, problem: LineProblem): vscode.Diagnostic {
  const range = new vscode.Range(line, problem.start, line, problem.end);
  const diagnostic = new vscode.Diagnostic(
    range,
    oneLine(problem.message, 600),
    severities[problem.severity],
  );
  diagnostic.source = 'Workflow Tasks';
  return diagnostic;
}
