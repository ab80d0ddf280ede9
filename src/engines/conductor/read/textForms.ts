/**
 * The forms in which a text is searched for, since the index is not known. SQL indexes look for the
 * text in the JSON of an execution, with `%` and `_` as wildcards. Lucene reads it as a query:
 * words, of which one is enough, and signs. Every form finds all that holds the text, and more: the
 * caller checks the results.
 */
export interface TextForms {
  /** The second form is for an index that rejects the first, or finds nothing with it. */
  readonly forms: readonly [string, ...string[]];
  /** True where every index finds just what holds the text. */
  readonly isExact: boolean;
}

const plain = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const operator = /^(AND|OR|NOT|TO)$/;
// A wildcard stands for these signs: JSON writes them with a backslash before them, and the SQL
// indexes of older servers do not know the star.
const wild = /["\\*\p{Cc}]/gu;
const luceneSign = /[+\-=&|<>!(){}[\]^"~*?:\\/]|\b(AND|OR|NOT|TO)\b/;
const noWord = /[^\p{L}\p{N}_*]+/gu;

export function textForms(text: string): TextForms {
  if (plain.test(text) && !operator.test(text)) return { forms: [text], isExact: true };
  const sql = text.replaceAll(wild, '%');
  const words = luceneSign.test(text) ? text.replaceAll(noWord, ' ').trim().toLowerCase() : '';
  return { forms: words === '' || words === sql ? [sql] : [sql, words], isExact: false };
}
