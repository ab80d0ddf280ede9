import { findNodeAtLocation } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { OutputHints } from '../../domain/engine.ts';
import type { Output } from '../../domain/task.ts';
import { readersOf } from './knowledge.ts';
import { valueAt } from './valueAt.ts';

/** A key that later tasks read and the output will lack. */
export interface MissingKey {
  readonly path: readonly string[];
  readonly readers: readonly string[];
  /** The closest position in the document; UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

// More than a person reads. The quick fix adds no more either.
const most = 50;

/** The keys that later tasks read and `after` lacks. `tree` is the document's syntax tree. */
export function missingKeys(hints: OutputHints, after: Output, tree: Node): readonly MissingKey[] {
  const byPath = new Map<string, Pick<MissingKey, 'path' | 'readers'>>();
  for (const hint of hints.keys) {
    const readers = readersOf(hint);
    if (readers.length === 0 || hint.path.length === 0) continue;
    if (valueAt(after, hint.path) !== undefined || hint.path.includes('*')) continue;
    const key = JSON.stringify(hint.path);
    const known = byPath.get(key)?.readers ?? [];
    byPath.set(key, { path: hint.path, readers: [...new Set([...known, ...readers])] });
  }
  return [...byPath.values()]
    .slice(0, most)
    .map((missing) => ({ ...missing, ...nearest(tree, missing.path) }));
}

/** "ship_order reads approval.by: it will be null." */
export function missingSentence({ path, readers }: MissingKey): string {
  const verb = readers.length === 1 ? 'reads' : 'read';
  return `${namesOf(readers)} ${verb} ${path.join('.')}: it will be null.`;
}

/** "a", "a and b", "a, b and 3 more" */
export function namesOf(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

// The deepest existing key on the path, else the opening brace.
function nearest(tree: Node, path: readonly string[]): { offset: number; length: number } {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const value = findNodeAtLocation(tree, path.slice(0, depth).map(segment));
    const key = value?.parent?.children?.[0];
    if (value?.parent?.type === 'property' && key !== undefined) {
      return { offset: key.offset, length: key.length };
    }
  }
  const isEmpty = (tree.children ?? []).length === 0;
  return { offset: tree.offset, length: isEmpty ? Math.min(tree.length, 2) : 1 };
}

function segment(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}
