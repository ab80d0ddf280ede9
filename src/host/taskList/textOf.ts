import type * as vscode from 'vscode';
import { withLf } from '../words/lineEnds.ts';

/** A document's text with line ends of one character, whatever the file uses. */
export function textOf(document: vscode.TextDocument): string {
  return withLf(document.getText());
}
