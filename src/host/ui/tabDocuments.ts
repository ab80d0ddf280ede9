import * as vscode from 'vscode';

/** The documents that stand in a tab of their own. */
export function tabDocuments(): readonly vscode.Uri[] {
  return tabs().flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
}

/** Closes the tabs with such an input. False where one stays: VS Code asked, and the person kept it. */
export async function closeTabs(isMeant: (input: unknown) => boolean): Promise<boolean> {
  const meant = tabs().filter(({ input }) => isMeant(input));
  return meant.length === 0 || (await vscode.window.tabGroups.close(meant));
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}
