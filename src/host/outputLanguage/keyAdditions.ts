import { findNodeAtLocation } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { tokensFrom } from './tokensFrom.ts';

/** A text to insert. A `value` part is the path of a key whose value the person fills in. */
export interface Addition {
  readonly offset: number;
  /** The insertion replaces the whitespace up to here. */
  readonly end: number;
  readonly parts: readonly Part[];
}

export type Part = { readonly text: string } | { readonly value: readonly string[] };

/**
 * The insertions that add the keys at these paths, with correct commas around comments. A key below
 * a value that is no object is left out.
 */
export function keyAdditions(
  text: string,
  tree: Node,
  paths: readonly (readonly string[])[],
): readonly Addition[] {
  const groups = new Map<Node, { at: readonly string[]; paths: (readonly string[])[] }>();
  for (const path of paths) {
    const at = nearestObject(tree, path);
    if (at === undefined) continue;
    const group = groups.get(at.node) ?? { at: at.path, paths: [] };
    group.paths.push(path);
    groups.set(at.node, group);
  }
  return [...groups].flatMap(([node, group]) => intoObject(text, node, group.at, group.paths));
}

function nearestObject(
  tree: Node,
  path: readonly string[],
): { readonly node: Node; readonly path: readonly string[] } | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const parent = path.slice(0, depth);
    const node = findNodeAtLocation(
      tree,
      parent.map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
    );
    if (node !== undefined) return node.type === 'object' ? { node, path: parent } : undefined;
  }
  return undefined;
}

function intoObject(
  text: string,
  node: Node,
  at: readonly string[],
  paths: readonly (readonly string[])[],
): readonly Addition[] {
  const close = node.offset + node.length - 1;
  const last = node.children?.at(-1);
  const childEnd = last && last.offset + last.length;
  const inner = tokensFrom(text, childEnd ?? node.offset + 1).filter(({ start }) => start < close);
  const hasComma = inner.some(({ kind }) => kind === ',');
  const contentEnd = inner.at(-1)?.end ?? childEnd ?? node.offset + 1;
  const outerIndent = indentOf(text, node.offset);
  const isOnOwnLine = text.slice(contentEnd, close).includes('\n');
  const parts = [
    ...lines(at, paths, `${outerIndent}  `),
    ...(isOnOwnLine ? [] : [{ text: `\n${outerIndent}` }]),
  ];
  const rest = { offset: contentEnd, end: isOnOwnLine ? contentEnd : close, parts };
  if (childEnd === undefined || hasComma) return [rest];
  if (childEnd === contentEnd) return [{ ...rest, parts: [{ text: ',' }, ...parts] }];
  // A comment follows the last value, so the comma goes before the comment.
  return [{ offset: childEnd, end: childEnd, parts: [{ text: ',' }] }, rest];
}

function lines(
  at: readonly string[],
  paths: readonly (readonly string[])[],
  indent: string,
): readonly Part[] {
  const byKey = new Map<string, (readonly string[])[]>();
  for (const path of paths) {
    const key = path[at.length] ?? '';
    byKey.set(key, [...(byKey.get(key) ?? []), path]);
  }
  return [...byKey].flatMap(([key, below], index): readonly Part[] => {
    const own = [...at, key];
    const deeper = below.filter((path) => path.length > own.length);
    const head = `${index === 0 ? '' : ','}\n${indent}${JSON.stringify(key)}: `;
    if (deeper.length === 0) return [{ text: head }, { value: own }];
    return [{ text: `${head}{` }, ...lines(own, deeper, `${indent}  `), { text: `\n${indent}}` }];
  });
}

function indentOf(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
