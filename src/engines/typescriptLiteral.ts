import type { Json } from '../domain/json.ts';
import { type Dialect, literal, quoted } from './literal.ts';

const typescript: Dialect = {
  indent: '  ',
  words: { null: 'null', true: 'true', false: 'false' },
  number: (digits) => (String(Number(digits)) === digits ? digits : `rawJson('${digits}')`),
  // In an object literal, __proto__ would set the prototype.
  key: (name) => (name === '__proto__' ? "['__proto__']" : quoted(name)),
};

/** A JSON value as TypeScript code; it may need the function of `rawJsonHelper`. */
export function typescriptLiteral(value: Json, depth = 0): string {
  return literal(value, typescript, depth);
}

/** The function that the code needs for long numbers; empty where it has none. */
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
