import type { Node } from 'jsonc-parser';

/** The key nodes that repeat an earlier key of the same object, at every depth. */
export function duplicateKeys(node: Node): readonly Node[] {
  const children = node.children ?? [];
  const seen = new Set<unknown>();
  const here =
    node.type !== 'object'
      ? []
      : children.flatMap((property) => {
          const key = property.children?.[0];
          if (key === undefined || !seen.has(key.value)) {
            seen.add(key?.value);
            return [];
          }
          return [key];
        });
  return [...here, ...children.flatMap(duplicateKeys)];
}
