import * as vscode from 'vscode';

/** The documents that are open in tabs. */
export function tabDocuments(): readonly vscode.Uri[] {
  return tabs().flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
}

/** Closes the matching tabs. False when a tab stays because the person chose to keep it. */
export async function closeTabs(isMeant: (input: unknown) => boolean): Promise<boolean> {
  const meant = tabs().filter(({ input }) => isMeant(input));
  return meant.length === 0 || (await vscode.window.tabGroups.close(meant));
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}
