import * as vscode from 'vscode';
import { stringifyJson } from '../../domain/json.ts';
import { keyAdditions } from './keyAdditions.ts';
import type { Addition } from './keyAdditions.ts';
import type { Knowledge } from './knowledge.ts';
import type { MissingKey } from './missingKeys.ts';
import { treeOf } from './outputFindings.ts';
import { valueSuggestions } from './valueSuggestions.ts';

// A person can choose among this many at a glance, and a snippet can list them.
const mostChoices = 12;
const longestChoice = 60;

/** The quick fix that adds the keys that later tasks read. The person fills in the values. */
export function missingKeysFix(
  document: vscode.TextDocument,
  missing: readonly MissingKey[],
  diagnostics: readonly vscode.Diagnostic[],
  knowledge: Knowledge,
): vscode.CodeAction | undefined {
  const text = document.getText();
  const tree = treeOf(text);
  if (tree === undefined) return undefined;
  const paths = missing.map(({ path }) => path);
  let tabstop = 0;
  const edits = keyAdditions(text, tree, paths).map(({ offset, end, parts }: Addition) => {
    const snippet = new vscode.SnippetString();
    for (const part of parts) {
      if ('text' in part) snippet.appendText(part.text);
      else appendValue(snippet, (tabstop += 1), choicesFor(knowledge, part.value));
    }
    const edit = vscode.SnippetTextEdit.replace(
      new vscode.Range(document.positionAt(offset), document.positionAt(end)),
      snippet,
    );
    // The lines are already indented.
    edit.keepWhitespace = true;
    return edit;
  });
  if (edits.length === 0) return undefined;
  const fix = new vscode.CodeAction(
    'Add missing keys that later tasks read',
    vscode.CodeActionKind.QuickFix,
  );
  fix.edit = new vscode.WorkspaceEdit();
  fix.edit.set(
    document.uri,
    edits.map((edit): [vscode.SnippetTextEdit, undefined] => [edit, undefined]),
  );
  fix.diagnostics = [...diagnostics];
  fix.isPreferred = true;
  return fix;
}

function appendValue(
  snippet: vscode.SnippetString,
  tabstop: number,
  choices: readonly string[],
): void {
  if (choices.length > 0) snippet.appendChoice([...choices], tabstop);
  else snippet.appendPlaceholder('null', tabstop);
}

function choicesFor(knowledge: Knowledge, path: readonly string[]): readonly string[] {
  return valueSuggestions(knowledge, path)
    .map(({ value }) => stringifyJson(value))
    .filter((choice) => choice.length <= longestChoice && !choice.includes('\n'))
    .slice(0, mostChoices);
}
