import * as vscode from 'vscode';

/** Closes the tabs that show one of these documents, alone or as a side of a comparison. */
export async function closeTabs(uris: readonly vscode.Uri[]): Promise<void> {
  const ours = new Set(uris.map(String));
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => shownBy(input).some((uri) => ours.has(uri.toString())));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

function shownBy(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
