import { isJsonNumber, isJsonObject, type Json, stringifyJson } from '../domain/json.ts';

interface Dialect {
  readonly indent: string;
  readonly words: Readonly<Record<'null' | 'true' | 'false', string>>;
  readonly number: (digits: string) => string;
  readonly key: (name: string) => string;
}

// Whole numbers have no limit in Python; a fraction keeps the digits of a double.
const python: Dialect = {
  indent: '    ',
  words: { null: 'None', true: 'True', false: 'False' },
  number: (digits) => digits,
  key: quoted,
};

const typescript: Dialect = {
  indent: '  ',
  words: { null: 'null', true: 'true', false: 'false' },
  number: (digits) => (String(Number(digits)) === digits ? digits : `rawJson('${digits}')`),
  // In an object literal this name would set the prototype.
  key: (name) => (name === '__proto__' ? "['__proto__']" : quoted(name)),
};

/** A JSON value in Python. `depth` is how far the line is indented on which it starts. */
export function pythonLiteral(value: Json, depth = 0): string {
  return literal(value, python, depth);
}

/** A JSON value in TypeScript. What it needs beside it is in `rawJsonHelper`. */
export function typescriptLiteral(value: Json, depth = 0): string {
  return literal(value, typescript, depth);
}

/** The function that literals of TypeScript need for long numbers; nothing where there are none. */
export function rawJsonHelper(code: string): readonly string[] {
  if (!code.includes("rawJson('")) return [];
  return [
    '// Keeps the digits that a number of JavaScript would lose; Node 22 or newer.',
    'const { rawJSON } = JSON as { rawJSON?: (digits: string) => unknown };',
    'function rawJson(digits: string): unknown {',
    "  if (rawJSON === undefined) throw new Error('This needs Node 22 or newer.');",
    '  return rawJSON(digits);',
    '}',
    '',
  ];
}

// What nobody sees in an editor, or what turns the direction of what stands around it. Go refuses
// a byte order mark even in a string.
const unseen = /[\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A string literal of Python, TypeScript, Java and Go alike. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unseen,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function literal(value: Json, dialect: Dialect, depth: number): string {
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
