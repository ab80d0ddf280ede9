import * as vscode from 'vscode';
import { stringifyJson } from '../../domain/json.ts';
import { describeKey, valueText } from './describeKey.ts';
import { keySuggestions } from './keySuggestions.ts';
import type { KeySuggestion } from './keySuggestions.ts';
import type { Knowledge } from './knowledge.ts';
import { linesMarkdown } from './markdown.ts';
import type { Place } from './placeAt.ts';
import { valuesFor } from './valueSuggestions.ts';
import type { ValueSuggestion } from './valueSuggestions.ts';

// A label is a line of a list; what is inserted is whole.
const labelLimit = 60;

/** What can stand at a place of the document; `now` in epoch milliseconds. */
export function completionItems(
  document: vscode.TextDocument,
  place: Place,
  knowledge: Knowledge,
  now: number,
): vscode.CompletionItem[] {
  const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  const items =
    place.kind === 'key'
      ? keySuggestions(knowledge, place).map((one) => keyItem(document, place, one, now))
      : valuesFor(knowledge, place.path).map((one) => valueItem(place, one));
  items.forEach((item, index) => {
    item.range = range;
    item.sortText = String(index).padStart(6, '0');
  });
  return items;
}

function keyItem(
  document: vscode.TextDocument,
  place: Extract<Place, { kind: 'key' }>,
  { known, origin, before, after, hasValues }: KeySuggestion,
  now: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: known.key, description: origin },
    vscode.CompletionItemKind.Property,
  );
  item.filterText = JSON.stringify(known.key);
  const snippet = new vscode.SnippetString().appendText(before);
  if (!place.hasColon) snippet.appendTabstop(after === '' ? 0 : 1).appendText(after);
  item.insertText = snippet;
  if (place.commaBefore !== undefined) {
    const end = document.positionAt(place.commaBefore);
    item.additionalTextEdits = [vscode.TextEdit.insert(end, ',')];
  }
  item.documentation = new vscode.MarkdownString(linesMarkdown(describeKey(known, now)));
  if (hasValues)
    item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest Values' };
  return item;
}

function valueItem(
  place: Extract<Place, { kind: 'value' }>,
  { value, origin }: ValueSuggestion,
): vscode.CompletionItem {
  const label = valueText(value, labelLimit);
  const item = new vscode.CompletionItem(
    { label, description: origin },
    vscode.CompletionItemKind.Value,
  );
  const text = stringifyJson(value, 2);
  item.filterText = text;
  item.insertText = new vscode.SnippetString().appendText(`${text}${place.needsComma ? ',' : ''}`);
  return item;
}
