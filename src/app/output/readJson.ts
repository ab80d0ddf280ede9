import { parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Json } from '../../domain/json.ts';
import { syntaxSentence } from './syntaxSentence.ts';
import { treeToJson } from './treeToJson.ts';

export type ReadJson =
  | { readonly kind: 'json'; readonly value: Json }
  /** Nothing but blanks and comments. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly message: string; readonly line: number };

/** Reads JSON as people write it, with comments and trailing commas. Every digit is kept. */
export function readJson(text: string): ReadJson {
  const source = text.replace(/^\uFEFF/, ' ');
  const errors: ParseError[] = [];
  try {
    const root = parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [first] = errors;
    if (first !== undefined) {
      const line = source.slice(0, first.offset).split('\n').length;
      return { kind: 'bad', message: syntaxSentence(first.error), line };
    }
    if (root === undefined) return { kind: 'empty' };
    return { kind: 'json', value: treeToJson(root, source) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'bad', message: 'It is nested too deeply.', line: 1 };
  }
}
