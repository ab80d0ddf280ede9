import * as vscode from 'vscode';
import { parseOutput } from '../../app/updates/outputText.ts';
import type { TextProblem } from '../../app/updates/outputText.ts';
import type { OutputOption } from '../../domain/update.ts';
import { openOutputs, pathOf } from './outputEditor.ts';
import type { OutputTasks } from './outputTasks.ts';

const ours = 'Workflow Tasks';
// A pause in typing; large documents are not read at every key.
const pauseMs = 250;

/** Squiggles where a document cannot be sent as it is, or would better not. */
export function registerOutputDiagnostics(tasks: OutputTasks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('workflowTasks');
  const pauses = new Map<string, NodeJS.Timeout>();
  const shown = new Map<string, string>();

  function check(document: vscode.TextDocument): void {
    const path = pathOf(document.uri);
    if (path === undefined || document.isClosed) return;
    const state = tasks.latest(path.ref);
    const option = state.kind === 'known' ? state.task.options.output : undefined;
    const diagnostics =
      option === undefined || hasForeignError(document.uri) ? [] : diagnosticsOf(document, option);
    // Setting is a change as well, and a change is what asks for this check.
    const key = document.uri.toString();
    const next = JSON.stringify(diagnostics);
    if ((shown.get(key) ?? '[]') === next) return;
    shown.set(key, next);
    collection.set(document.uri, diagnostics);
  }

  function checkSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(pauses.get(key));
    pauses.set(
      key,
      setTimeout(() => check(document), pauseMs),
    );
  }

  const checkAll = () => {
    for (const { document } of openOutputs()) check(document);
  };
  checkAll();
  return vscode.Disposable.from(
    collection,
    { dispose: tasks.onDidChange(checkAll) },
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const { document } of openOutputs()) {
        if (changed.has(document.uri.toString())) check(document);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (pathOf(document.uri) !== undefined) checkSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(pauses.get(uri.toString()));
      pauses.delete(uri.toString());
      shown.delete(uri.toString());
      collection.delete(uri);
    }),
  );
}

// VS Code's own JSON support marks what is no JSON at the same place: once is enough.
function hasForeignError(uri: vscode.Uri): boolean {
  return vscode.languages
    .getDiagnostics(uri)
    .some(
      ({ source, severity }) => source !== ours && severity === vscode.DiagnosticSeverity.Error,
    );
}

function diagnosticsOf(
  document: vscode.TextDocument,
  option: OutputOption,
): readonly vscode.Diagnostic[] {
  const parsed = parseOutput(document.getText(), option);
  const problems = parsed.kind === 'ok' ? parsed.warnings : parsed.problems;
  return problems.map((problem) => toDiagnostic(document, problem));
}

function toDiagnostic(document: vscode.TextDocument, problem: TextProblem): vscode.Diagnostic {
  const range = new vscode.Range(
    document.positionAt(problem.offset),
    document.positionAt(problem.offset + problem.length),
  );
  const diagnostic = new vscode.Diagnostic(
    range,
    problem.message,
    problem.severity === 'error'
      ? vscode.DiagnosticSeverity.Error
      : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = ours;
  return diagnostic;
}
