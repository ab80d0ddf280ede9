import * as vscode from 'vscode';
import { documentBytes, isMarked } from './documentBytes.ts';

/**
 * What VS Code writes, in an encoding of ours. A document that was restored with unsaved text, or
 * saved with an encoding that was chosen, is written in that encoding, which may lack characters.
 * Then the document's own text counts.
 */
export function savedBytes(uri: vscode.Uri, bytes: Uint8Array): Uint8Array {
  if (isMarked(bytes)) return bytes;
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  return open === undefined ? bytes : documentBytes(open.getText());
}
