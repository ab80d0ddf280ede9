import { isJsonNumber, type Json, jsonEquals, stringifyJson, toNumber } from '../domain/json.ts';
import { type Dialect, literal, quoted } from './literal.ts';

// Python's integers have no limit; `pythonNotes` warns of fractions that lose digits.
const python: Dialect = {
  indent: '    ',
  words: { null: 'None', true: 'True', false: 'False' },
  number: (digits) => digits,
  key: quoted,
};

/** A JSON value as Python code. `depth` is the indentation of its first line. */
export function pythonLiteral(value: Json, depth = 0): string {
  if (levelsOf(value) < deepest) return literal(value, python, depth);
  return `__import__("json").loads(${quoted(stringifyJson(value))})`;
}

// Python's parser accepts at most 200 nested brackets.
const deepest = 100;

function levelsOf(value: Json): number {
  if (typeof value !== 'object' || value === null || isJsonNumber(value)) return 0;
  let most = 0;
  for (const held of Object.values<Json>(value)) most = Math.max(most, levelsOf(held));
  return most + 1;
}

const maxNotes = 3;

/**
 * Comments for the Python code that name fractions which lose digits: Python's JSON writes a
 * fraction as a double, whatever type holds it. Empty where nothing is lost.
 */
export function pythonNotes(value: Json): readonly string[] {
  const changed = [...new Set(fractionsOf(value))].filter((digits) => !fitsDouble(digits));
  const more = changed.length - maxNotes;
  return [
    ...changed.slice(0, maxNotes).map((digits) => {
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
