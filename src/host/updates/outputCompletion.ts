import * as vscode from 'vscode';
import { getLocation } from 'jsonc-parser';
import { outputScheme, pathOf } from './outputEditor.ts';
import type { OutputTasks } from './outputTasks.ts';

/** Offers the keys that the task's definition promises, where a top-level key is typed. */
export function registerOutputCompletion(tasks: OutputTasks): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { scheme: outputScheme },
    {
      provideCompletionItems: (document, position) => {
        const path = pathOf(document.uri);
        const state = path === undefined ? undefined : tasks.latest(path.ref);
        const keys = state?.kind === 'known' ? (state.task.options.output?.knownKeys ?? []) : [];
        if (keys.length === 0) return [];
        const text = document.getText();
        const location = getLocation(text, document.offsetAt(position));
        if (!location.isAtPropertyKey || location.path.length !== 1) return [];
        return keys
          .filter((key) => !text.includes(JSON.stringify(key)))
          .map((key) => toItem(document, position, key));
      },
    },
    '"',
  );
}

function toItem(
  document: vscode.TextDocument,
  position: vscode.Position,
  key: string,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
  const quoted = JSON.stringify(key);
  item.insertText = new vscode.SnippetString().appendText(`${quoted}: `).appendTabstop();
  item.filterText = quoted;
  item.detail = 'Promised by the task definition';
  const typed = document.getWordRangeAtPosition(position, /"[^"]*"?/);
  if (typed !== undefined) item.range = typed;
  return item;
}
