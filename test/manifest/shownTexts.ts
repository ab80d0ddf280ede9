import { parseSync } from 'oxc-parser';
import type { SourceFile } from './sourceFiles.ts';

type Node = Readonly<Record<string, unknown>>;

/** The functions of plainText.ts that make a text safe at each of these places of VS Code. */
const safeFor = {
  notification: ['linkFree'],
  statusBar: ['iconFree'],
  progress: ['linkFree', 'iconFree'],
  input: ['linkFree', 'iconFree', 'oneLine'],
} as const;
type Place = keyof typeof safeFor;

const callPlaces: ReadonlyMap<string, Place> = new Map([
  ['setStatusBarMessage', 'statusBar'],
  ['showInformationMessage', 'notification'],
  ['showWarningMessage', 'notification'],
  ['showErrorMessage', 'notification'],
]);
const optionPlaces: ReadonlyMap<string, Place> = new Map([
  ['withProgress', 'progress'],
  ['report', 'progress'],
  ['showInputBox', 'input'],
  ['showQuickPick', 'input'],
]);
const assignedPlaces: ReadonlyMap<string, Place> = new Map([
  ['message', 'notification'],
  ['title', 'input'],
  ['prompt', 'input'],
]);
const shownOptions = new Set(['title', 'message', 'prompt', 'placeHolder']);

/**
 * The texts in a file that VS Code would render and that no function of plainText.ts has gone over:
 * "file source". A text is safe if all its parts are written there, or are results of such a
 * function; names are followed to their only value in the same file.
 */
export function rawTexts({ path, text }: SourceFile): readonly string[] {
  const { program } = parseSync(path, text);
  const values = new Map<string, Node[]>();
  const shown: (readonly [Node, Place])[] = [];
  visit(program, (node) => {
    const { type, id, init } = node;
    if (type === 'VariableDeclarator' && isNode(id) && isNode(init)) {
      const name = String(id['name']);
      values.set(name, [...(values.get(name) ?? []), init]);
    }
    shown.push(...shownBy(node));
  });
  return shown
    .filter(([node, place]) => !isSafe(node, place, values))
    .map(([node]) => {
      const [start, end] = [Number(node['start']), Number(node['end'])];
      return `${path} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
    });
}

function shownBy(node: Node): readonly (readonly [Node, Place])[] {
  const { type, left, right } = node;
  if (type === 'AssignmentExpression' && isNode(left) && isNode(right)) {
    const place = isNode(left['property'])
      ? assignedPlaces.get(String(left['property']['name']))
      : undefined;
    return place === undefined ? [] : [[right, place]];
  }
  if (type !== 'CallExpression' || !isNode(node['callee'])) return [];
  const { property } = node['callee'];
  const called = isNode(property) ? String(property['name']) : '';
  const given = node['arguments'] as readonly Node[];
  const place = callPlaces.get(called);
  if (place !== undefined && given[0] !== undefined) return [[given[0], place]];
  const optionPlace = optionPlaces.get(called);
  if (optionPlace === undefined) return [];
  return given
    .flatMap((argument) => (argument['properties'] ?? []) as readonly Node[])
    .flatMap((option) => {
      const { key, value } = option;
      if (!isNode(key) || !isNode(value) || !shownOptions.has(String(key['name']))) return [];
      return [[value, optionPlace] as const];
    });
}

function isSafe(node: Node, place: Place, values: ReadonlyMap<string, readonly Node[]>): boolean {
  const all = (nodes: unknown) =>
    (nodes as readonly Node[]).every((part) => isSafe(part, place, values));
  switch (node['type']) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return all(node['expressions']);
    case 'ConditionalExpression':
      return all([node['consequent'], node['alternate']]);
    case 'BinaryExpression':
      return all([node['left'], node['right']]);
    case 'Identifier': {
      const found = values.get(String(node['name'])) ?? [];
      return found.length > 0 && all(found);
    }
    case 'CallExpression': {
      const callee = node['callee'];
      const name = isNode(callee) ? String(callee['name']) : '';
      // Counts of ours.
      if (name === 'countText' || name === 'numberText') return true;
      return safeFor[place].some((safe) => safe === name);
    }
    default:
      return false;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (!isNode(value)) return;
  if (!Array.isArray(value)) look(value);
  for (const inner of Object.values(value)) visit(inner, look);
}
