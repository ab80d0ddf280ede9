import {
  isJsonNumber,
  isJsonObject,
  type Json,
  jsonEquals,
  stringifyJson,
  toNumber,
} from '../domain/json.ts';

interface Dialect {
  readonly indent: string;
  readonly words: Readonly<Record<'null' | 'true' | 'false', string>>;
  readonly number: (digits: string) => string;
  readonly key: (name: string) => string;
}

// Whole numbers have no limit in Python; `pythonNotes` says what becomes of a long fraction.
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
  if (levelsOf(value) < deepest) return literal(value, python, depth);
  return `__import__("json").loads(${quoted(stringifyJson(value))})`;
}

// Python's parser takes 200 brackets within each other.
const deepest = 100;

function levelsOf(value: Json): number {
  if (typeof value !== 'object' || value === null || isJsonNumber(value)) return 0;
  let most = 0;
  for (const held of Object.values<Json>(value)) most = Math.max(most, levelsOf(held));
  return most + 1;
}

const mostNotes = 3;

/**
 * What code in Python has to say of a value: its JSON has the digits of a double for a fraction,
 * whatever type holds it. Comments; none where everything arrives as it is.
 */
export function pythonNotes(value: Json): readonly string[] {
  const changed = [...new Set(fractionsOf(value))].filter((digits) => !fitsDouble(digits));
  const more = changed.length - mostNotes;
  return [
    ...changed.slice(0, mostNotes).map((digits) => {
      const held = Number(digits);
      return Number.isFinite(held)
        ? `# Not exact: a float of Python makes ${held} of ${digits}.`
        : `# Not possible: no float of Python holds ${digits}.`;
    }),
    ...(more > 0 ? [`# The same goes for ${more} more.`] : []),
  ];
}

function fractionsOf(value: Json): readonly string[] {
  if (isJsonNumber(value)) {
    const digits = stringifyJson(value);
    return /[.eE]/.test(digits) ? [digits] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(fractionsOf);
}

function fitsDouble(digits: string): boolean {
  const held = Number(digits);
  return Number.isFinite(held) && jsonEquals(toNumber(String(held)), toNumber(digits));
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
