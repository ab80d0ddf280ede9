import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';
import { stringifyJson } from '../../domain/json.ts';
import { describeKey, valueText } from './describeKey.ts';
import { keySuggestions } from './keySuggestions.ts';
import type { KeySuggestion } from './keySuggestions.ts';
import type { Knowledge } from './knowledge.ts';
import { linesMarkdown } from './plainMarkdown.ts';
import type { CursorContext } from './cursorContext.ts';
import { valueSuggestions } from './valueSuggestions.ts';
import type { ValueSuggestion } from './valueSuggestions.ts';

// A label is one line. The inserted text is never cut.
const labelLimit = 60;

/** The completions at the cursor. `now` is in epoch milliseconds. */
export function completionItems(
  document: vscode.TextDocument,
  context: CursorContext,
  knowledge: Knowledge,
  now: number,
): vscode.CompletionItem[] {
  const range = new vscode.Range(
    document.positionAt(context.start),
    document.positionAt(context.end),
  );
  const items =
    context.kind === 'key'
      ? keySuggestions(knowledge, context).map((one) => keyItem(document, context, one, now))
      : valueSuggestions(knowledge, context.path).map((one) => valueItem(context, one));
  items.forEach((item, index) => {
    item.range = range;
    item.sortText = String(index).padStart(6, '0');
  });
  return items;
}

function keyItem(
  document: vscode.TextDocument,
  context: Extract<CursorContext, { kind: 'key' }>,
  { known, origin, before, after, hasValues }: KeySuggestion,
  now: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: oneLine(known.key), description: origin },
    vscode.CompletionItemKind.Property,
  );
  item.filterText = JSON.stringify(known.key);
  const snippet = new vscode.SnippetString().appendText(before);
  if (!context.hasColon) snippet.appendTabstop(after === '' ? 0 : 1).appendText(after);
  item.insertText = snippet;
  if (context.commaBefore !== undefined) {
    const end = document.positionAt(context.commaBefore);
    item.additionalTextEdits = [vscode.TextEdit.insert(end, ',')];
  }
  item.documentation = new vscode.MarkdownString(linesMarkdown(describeKey(known, now)));
  if (hasValues)
    item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest Values' };
  return item;
}

function valueItem(
  context: Extract<CursorContext, { kind: 'value' }>,
  { value, origin }: ValueSuggestion,
): vscode.CompletionItem {
  const label = valueText(value, labelLimit);
  const item = new vscode.CompletionItem(
    { label, description: origin },
    vscode.CompletionItemKind.Value,
  );
  const text = stringifyJson(value, 2);
  item.filterText = text;
  item.insertText = new vscode.SnippetString().appendText(
    `${text}${context.needsComma ? ',' : ''}`,
  );
  return item;
}
