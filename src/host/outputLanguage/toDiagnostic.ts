import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';
import type { Finding } from './outputFindings.ts';

const ours = 'Workflow Tasks';
const missingCode = 'missing-key';

/** A finding as VS Code's diagnostic. */
export function toDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(document, finding),
    oneLine(finding.message, 600),
    finding.severity === 'error'
      ? vscode.DiagnosticSeverity.Error
      : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = ours;
  if (finding.missing !== undefined) diagnostic.code = missingCode;
  return diagnostic;
}

export function rangeOf(
  document: vscode.TextDocument,
  { offset, length }: { readonly offset: number; readonly length: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

/** Is it our diagnostic about keys that later tasks read? */
export function isAboutMissing({ code, source }: vscode.Diagnostic): boolean {
  return source === ours && code === missingCode;
}

/** Does VS Code's own JSON support report syntax errors in the document? */
export function isMarkedByVsCode({ languageId }: vscode.TextDocument): boolean {
  return (
    languageId.startsWith('json') &&
    vscode.extensions.getExtension('vscode.json-language-features') !== undefined &&
    vscode.workspace.getConfiguration('json').get('validate.enable') !== false
  );
}
