import * as vscode from 'vscode';

// A pause in typing; what is long is not read at every key.
const pauseMs = 250;

/** Looks at a document when typing in it pauses, and no more once it is closed. */
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
