import type * as vscode from 'vscode';

/** A document's text with line ends of one character, whatever the file uses. */
export function textOf(document: vscode.TextDocument): string {
  return document.getText().replace(/\r\n?/g, '\n');
}
