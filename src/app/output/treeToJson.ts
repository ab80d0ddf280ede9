import type { Node } from 'jsonc-parser';
import { deepestJson, toNumber } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

/**
 * The value of an object's syntax tree. Its numbers keep their digits from `text`. Throws RangeError
 * for what is nested more deeply than answers may be.
 */
export function treeToObject(node: Node, text: string, depth = 1): JsonObject {
  const pairs = (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined
      ? []
      : [[String(key.value), treeToJson(value, text, depth + 1)] as const];
  });
  return Object.fromEntries(pairs);
}

/** The value of any syntax tree. As treeToObject. */
export function treeToJson(node: Node, text: string, depth = 1): Json {
  if (node.type === 'number') return toNumber(text.slice(node.offset, node.offset + node.length));
  // A string, a boolean or null: the parser has decoded it.
  if (node.type !== 'object' && node.type !== 'array') return node.value as Json;
  if (depth > deepestJson) throw new RangeError('nested too deeply');
  if (node.type === 'object') return treeToObject(node, text, depth);
  return (node.children ?? []).map((child) => treeToJson(child, text, depth + 1));
}
