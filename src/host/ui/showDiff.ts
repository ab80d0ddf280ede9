import * as vscode from 'vscode';

/** Two documents side by side, in VS Code's own diff editor. */
export async function showDiff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
