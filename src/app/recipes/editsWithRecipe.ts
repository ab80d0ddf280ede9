import { findNodeAtLocation, getNodeValue, parseTree, stripComments } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { stringifyJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';

/** A change of a text; `offset` and `length` are UTF-16 units. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** What we know about a settings file. */
export interface SettingsFile {
  /** In a .code-workspace file the settings stand one level deeper. */
  readonly isWorkspaceFile: boolean;
  /** The recipes that VS Code has read from the file. */
  readonly standing: unknown;
}

const key = 'workflowTasks.recipes';

/**
 * The edits that put a recipe into the text of a settings file: in place of the recipe of that
 * name, or at the end. Digits and comments stay. Undefined if the file does not hold the recipes
 * that VS Code has read: then it is another file.
 */
export function editsWithRecipe(
  settings: string,
  entry: JsonObject,
  { isWorkspaceFile, standing }: SettingsFile,
): readonly TextEdit[] | undefined {
  const root = parseTree(settings, [], { allowTrailingComma: true });
  const path = isWorkspaceFile ? ['settings', key] : [key];
  const list = root === undefined ? undefined : findNodeAtLocation(root, path);
  if (list?.type !== 'array' || !isSame(getNodeValue(list), standing)) return undefined;
  const known = list.children?.find(
    (item) => findNodeAtLocation(item, ['name'])?.value === entry['name'],
  );
  if (known === undefined) return appended(settings, entry, list);
  const content = indented(entry, indentAt(settings, known.offset));
  return [{ offset: known.offset, length: known.length, content }];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function appended(settings: string, entry: JsonObject, list: Node): readonly TextEdit[] {
  const last = list.children?.at(-1);
  const listIndent = indentAt(settings, list.offset);
  const hasOwnLine = settings.slice(list.offset, last?.offset).includes('\n');
  const indent =
    last !== undefined && hasOwnLine ? indentAt(settings, last.offset) : `${listIndent}  `;
  const start = last === undefined ? list.offset + 1 : last.offset + last.length;
  const tail = settings.slice(start, list.offset + list.length - 1);
  // Behind the comment of the last recipe, so that the comment stays beside it.
  const end = start + tail.trimEnd().length;
  const isBracketAlone = settings.slice(end, start + tail.length).includes('\n');
  const lines = `\n${indent}${indented(entry, indent)}${isBracketAlone ? '' : `\n${listIndent}`}`;
  if (last === undefined || stripComments(tail).includes(',')) return [insert(end, lines)];
  return end === start ? [insert(end, `,${lines}`)] : [insert(start, ','), insert(end, lines)];
}

function insert(offset: number, content: string): TextEdit {
  return { offset, length: 0, content };
}

function indented(entry: JsonObject, indent: string): string {
  return stringifyJson(entry, 2).replaceAll('\n', `\n${indent}`);
}

/** The blanks at the start of the line. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
