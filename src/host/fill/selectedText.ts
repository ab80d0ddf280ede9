import * as vscode from 'vscode';
import { listPick } from '../ui/listPick.ts';
import { outputScheme } from '../documents/openOutputs.ts';

/** The text selected in an editor, or why there is none. */
export type Selected =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing is selected. `whole` is the text of the editor, if there is one. */
  | { readonly kind: 'none'; readonly whole?: string }
  | { readonly kind: 'left' };

/**
 * The selection of the active editor. If it has none or is an output document, the selection of
 * another visible editor. Several selections are joined line by line.
 */
export async function selectedText(title: string): Promise<Selected> {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && !isOutput(active)) {
    const text = selectionOf(active);
    if (text !== '') return { kind: 'text', text };
  }
  const others = vscode.window.visibleTextEditors.filter(
    (editor) => !isOutput(editor) && selectionOf(editor) !== '',
  );
  const [only, ...more] = others;
  if (only === undefined) {
    const isMeant = active !== undefined && !isOutput(active);
    return { kind: 'none', ...(isMeant ? { whole: active.document.getText() } : {}) };
  }
  if (more.length === 0) return { kind: 'text', text: selectionOf(only) };
  const picked = await listPick({
    title,
    placeholder: 'Several editors have a selection: choose one',
    load: async () => ({
      choices: others.map((editor) => ({
        label: vscode.workspace.asRelativePath(editor.document.uri),
        icon: 'selection',
        detail: selectionOf(editor).slice(0, 200),
        value: editor,
      })),
    }),
  });
  if (picked.kind !== 'picked') return { kind: 'left' };
  return { kind: 'text', text: selectionOf(picked.value) };
}

function isOutput({ document }: vscode.TextEditor): boolean {
  return document.uri.scheme === outputScheme;
}

/** Several selections joined line by line; empty when nothing is selected. */
export function selectionOf({ document, selections }: vscode.TextEditor): string {
  return selections
    .map((selection) => document.getText(selection))
    .filter((text) => text !== '')
    .join('\n');
}
