import * as vscode from 'vscode';

// Parsing at every key would slow down typing in a long document.
const pauseMs = 250;

/** Calls back when typing in a document pauses. A document that closes meanwhile is skipped. */
export function afterTyping(
  isMeant: (uri: vscode.Uri) => boolean,
  look: (document: vscode.TextDocument) => void,
): vscode.Disposable {
  const pauses = new Map<string, NodeJS.Timeout>();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isMeant(document.uri)) return;
      const key = document.uri.toString();
      clearTimeout(pauses.get(key));
      pauses.set(
        key,
        setTimeout(() => look(document), pauseMs),
      );
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(pauses.get(uri.toString()));
      pauses.delete(uri.toString());
    }),
    { dispose: () => pauses.forEach((pause) => clearTimeout(pause)) },
  );
}
