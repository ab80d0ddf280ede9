import * as vscode from 'vscode';

/** Replaces the whole text of a document in one undo step; false when VS Code rejects the edit. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  if (document.getText() === text) return true;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  return vscode.workspace.applyEdit(edit);
}
