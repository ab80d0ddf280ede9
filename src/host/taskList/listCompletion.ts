import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';
import { readLine } from '../../app/taskList/listLine.ts';
import type { ListLine } from '../../app/taskList/listLine.ts';
import { listScheme } from './listUri.ts';
import { listedTask } from './listHover.ts';
import { statusItems, tailItems } from './listItem.ts';
import type { ListItem } from './listItem.ts';
import type { OpenLists } from './openLists.ts';

/** Completes the status of a line's task, and the parts after its id. */
export function registerListCompletion(open: OpenLists): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { scheme: listScheme },
    {
      provideCompletionItems: async (document, position) => {
        const list = await open.load(document);
        const text = document.lineAt(position).text;
        const line = readLine(text);
        const task = listedTask(list, line?.id?.text);
        if (line === undefined || task === undefined) return [];
        const { status, id } = line;
        if (position.character <= status.end) {
          const range = new vscode.Range(position.line, status.start, position.line, status.end);
          return statusItems(task, status.text).map((item) => toItem(item, range));
        }
        if (id === undefined || position.character <= id.end) return [];
        if (isInsidePart(line, position.character)) return [];
        const at = new vscode.Range(position, position);
        return tailItems(task, line).map((item) => toItem(item, at));
      },
    },
    '#',
  );
}

/** Inside an output, a reason or a comment, the line's own parts are not completed. */
function isInsidePart({ output, reason, comment }: ListLine, character: number): boolean {
  if (comment !== undefined && character > comment.start) return true;
  return [output, reason].some(
    (part) => part !== undefined && character > part.start && character <= part.end,
  );
}

function toItem(choice: ListItem, range: vscode.Range): vscode.CompletionItem {
  const kind =
    choice.kind === 'status'
      ? vscode.CompletionItemKind.EnumMember
      : vscode.CompletionItemKind.Snippet;
  const item = new vscode.CompletionItem(
    {
      label: oneLine(choice.label),
      ...(choice.note === undefined ? {} : { description: oneLine(choice.note) }),
    },
    kind,
  );
  item.insertText = choice.kind === 'status' ? choice.text : new vscode.SnippetString(choice.text);
  item.detail = choice.effect;
  item.range = range;
  item.sortText = choice.order;
  if (choice.filter !== undefined) item.filterText = choice.filter;
  return item;
}
