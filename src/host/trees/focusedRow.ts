import * as vscode from 'vscode';

// While a tree is being drawn anew nothing is selected in it, for a moment.
const mostLooks = 6;
const pauseMs = 50;

/** The row that the keyboard stands on, in the tree that has the focus. */
export async function focusedRow<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  for (let look = 1; ; look += 1) {
    // Arrow keys move the focus, and extensions are told of the selection only.
    await vscode.commands.executeCommand('list.select');
    const [row] = view.selection;
    if (row !== undefined || look === mostLooks) return row;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
