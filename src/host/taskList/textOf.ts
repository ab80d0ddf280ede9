import type * as vscode from 'vscode';
import { withLf } from '../words/lineEnds.ts';

/** A document's text with line ends that count as one character, whatever the document has. */
export function textOf(document: vscode.TextDocument): string {
  return withLf(document.getText());
}
