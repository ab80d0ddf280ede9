import * as vscode from 'vscode';

// While VS Code redraws a tree, its selection is empty for a moment.
const mostLooks = 6;
const pauseMs = 50;

/** The focused row of the tree that has the keyboard focus. */
export async function focusedRow<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  for (let look = 1; ; look += 1) {
    // Arrow keys move the focus, but extensions only see the selection: select the focused row.
    await vscode.commands.executeCommand('list.select');
    const [row] = view.selection;
    if (row !== undefined || look === mostLooks) return row;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
