import * as vscode from 'vscode';

/** The row that the keyboard stands on, in the tree that has the focus. */
export async function focusedRow<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  // Arrow keys move the focus, and extensions are told of the selection only.
  await vscode.commands.executeCommand('list.select');
  return view.selection[0];
}
