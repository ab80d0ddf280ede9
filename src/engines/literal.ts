import { isJsonNumber, isJsonObject, type Json, stringifyJson } from '../domain/json.ts';

/** The syntax of one language for the parts of a JSON value. */
export interface Dialect {
  readonly indent: string;
  readonly words: Readonly<Record<'null' | 'true' | 'false', string>>;
  readonly number: (digits: string) => string;
  readonly key: (name: string) => string;
}

/** A JSON value as a literal; `depth` is how far its first line is indented. */
export function literal(value: Json, dialect: Dialect, depth: number): string {
  if (value === null) return dialect.words.null;
  if (typeof value === 'boolean') return dialect.words[value ? 'true' : 'false'];
  if (typeof value === 'string') return quoted(value);
  if (isJsonNumber(value)) return dialect.number(stringifyJson(value));
  const inside = (item: Json) => literal(item, dialect, depth + 1);
  const [open, items, close] = isJsonObject(value)
    ? [
        '{',
        Object.entries(value).map(([name, held]) => `${dialect.key(name)}: ${inside(held)}`),
        '}',
      ]
    : ['[', value.map(inside), ']'];
  if (items.length === 0) return open + close;
  const lines = items.map((item) => `${dialect.indent.repeat(depth + 1)}${item},\n`);
  return `${open}\n${lines.join('')}${dialect.indent.repeat(depth)}${close}`;
}

// Characters that are invisible in an editor or change the text direction. Go also rejects a byte
// order mark inside a string.
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A string literal that is valid in Python, TypeScript, Java and Go. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unseen,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
