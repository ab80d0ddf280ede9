import type { Node } from 'jsonc-parser';
import { toNumber } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

/** The value of an object's syntax tree. Its numbers keep their digits from `text`. */
export function treeToObject(node: Node, text: string): JsonObject {
  const pairs = (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined
      ? []
      : [[String(key.value), treeToJson(value, text)] as const];
  });
  return Object.fromEntries(pairs);
}

/** The value of any syntax tree. Its numbers keep their digits from `text`. */
export function treeToJson(node: Node, text: string): Json {
  if (node.type === 'object') return treeToObject(node, text);
  if (node.type === 'array') return (node.children ?? []).map((child) => treeToJson(child, text));
  if (node.type === 'number') return toNumber(text.slice(node.offset, node.offset + node.length));
  // A string, a boolean or null: the parser has decoded it.
  return node.value as Json;
}
