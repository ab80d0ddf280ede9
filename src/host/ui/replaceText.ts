import * as vscode from 'vscode';

/** Puts a text in place of all that stands there, as one step to undo; false where VS Code refused. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  if (document.getText() === text) return true;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  return vscode.workspace.applyEdit(edit);
}
