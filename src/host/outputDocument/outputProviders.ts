import * as vscode from 'vscode';
import type { OutputLanguage } from '../outputLanguage/outputLanguage.ts';
import { outputScheme } from '../documents/openOutputs.ts';

/** Loads the language features with the first output document. */
export type LoadLanguage = () => Promise<OutputLanguage>;

/** Provides completion, hover and quick fixes in output documents. */
export function registerOutputProviders(load: LoadLanguage): vscode.Disposable {
  const documents = { scheme: outputScheme };
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      documents,
      {
        provideCompletionItems: async (document, position) =>
          (await load()).complete(document, position),
      },
      '"',
      ':',
    ),
    vscode.languages.registerHoverProvider(documents, {
      provideHover: async (document, position) => (await load()).hover(document, position),
    }),
    vscode.languages.registerCodeActionsProvider(
      documents,
      {
        provideCodeActions: async (document, _range, { diagnostics }) =>
          (await load()).fixes(document, diagnostics),
      },
      kinds,
    ),
  );
}
