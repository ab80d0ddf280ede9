import type * as vscode from 'vscode';

/** A document's text with line ends that count as one character, whatever the document has. */
export function textOf(document: vscode.TextDocument): string {
  return document.getText().replace(/\r\n?/g, '\n');
}
