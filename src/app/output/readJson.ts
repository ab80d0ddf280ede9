import { parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Json } from '../../domain/json.ts';
import { tooDeepAt, tooDeepText } from './tooDeepAt.ts';
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
  const bad = (message: string, offset: number): ReadJson => ({
    kind: 'bad',
    message,
    line: source.slice(0, offset).split('\n').length,
  });
  const deep = tooDeepAt(source);
  if (deep !== undefined) return bad(tooDeepText, deep);
  const root = parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first !== undefined) return bad(syntaxSentence(first.error), first.offset);
  return root === undefined ? { kind: 'empty' } : { kind: 'json', value: treeToJson(root, source) };
}
