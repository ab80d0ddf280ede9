import { isLosslessNumber, LosslessNumber, stringify } from 'lossless-json';
import { endOfString } from './jsonTokens.ts';
import { parseExact } from './parseExact.ts';

/** A JSON value in which a number that JavaScript cannot hold exactly is a LosslessNumber. */
export type Json = null | boolean | number | string | LosslessNumber | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

// Finds number tokens that a JavaScript number may change: 16 digits or more, a fraction, an
// exponent, or -0.
const needsCare = /(?:^|[:,[\s])(?:-0|-?\d+(?:[.eE]|\d{15}))/;

/**
 * How deep an output may nest: engines take no more, and functions that call themselves for each
 * level must not run out of stack.
 */
export const mostLevels = 1000;
/** The levels that a journal entry or an execution puts around an output. */
const levelsAround = 100;

/** Parses JSON and keeps the digits of every number. Throws SyntaxError. */
export function parseJson(text: string): Json {
  if (levelsIn(text) > mostLevels + levelsAround) {
    throw new SyntaxError(`This is nested more than ${mostLevels} levels deep.`);
  }
  return parseAnyDepth(text);
}

/** Parses JSON that may be nested too deeply to be written again. Throws SyntaxError. */
export function parseAnyDepth(text: string): Json {
  if (!needsCare.test(text) || !hasCarefulNumber(text)) return JSON.parse(text) as Json;
  return parseExact(text, { number: toNumber }) as Json;
}

/** How deep the brackets and braces of a JSON text nest. */
export function levelsIn(text: string): number {
  const mark = /["[\]{}]/g;
  let [deepest, level] = [0, 0];
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [sign] = found;
    if (sign === '"') mark.lastIndex = endOfString(text, found.index);
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (level += 1));
    else level -= 1;
  }
  return deepest;
}

/** Looks only between strings: times and names in strings match the pattern too. */
function hasCarefulNumber(text: string): boolean {
  let at = 0;
  for (;;) {
    const start = text.indexOf('"', at);
    if (needsCare.test(start < 0 ? text.slice(at) : text.slice(at, start))) return true;
    if (start < 0) return false;
    at = endOfString(text, start);
  }
}

/** A JavaScript number where it prints the same digits, else a LosslessNumber. */
export function toNumber(token: string): number | LosslessNumber {
  const value = Number(token);
  return String(value) === token ? value : new LosslessNumber(token);
}

/** JSON text that keeps the digits of every number; `indent` in spaces. */
export function stringifyJson(value: Json, indent?: number): string {
  const write = holdsLossless(value) ? stringify : JSON.stringify;
  return write(value, undefined, indent) ?? 'null';
}

/** JSON.stringify is several times as fast, and most values hold no LosslessNumber. */
function holdsLossless(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsLossless);
  return isLosslessNumber(value) || Object.values(value).some(holdsLossless);
}

/** Size in UTF-8 bytes, the unit of the engines' limits. */
export function jsonBytes(value: Json): number {
  return utf8Bytes(stringifyJson(value));
}

export function utf8Bytes(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value)
  );
}

/**
 * Equality of data: ignores the order of keys and treats 1.0 as 1, since an engine may print
 * either.
 */
export function jsonEquals(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonNumber(a) && isJsonNumber(b)) return canonicalNumber(a) === canonicalNumber(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => jsonEquals(item, b[index] as Json));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && jsonEquals(a[key], b[key]))
  );
}

/** An object without the undefined values. */
export function withoutUndefined(parts: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])),
  );
}

/** Merges the top level only, as the engines do: keys of `change` replace those of `base`. */
export function mergeShallow(base: JsonObject, change: JsonObject): JsonObject {
  return { ...base, ...change };
}

export function isJsonNumber(value: unknown): value is number | LosslessNumber {
  return typeof value === 'number' || isLosslessNumber(value);
}

/** Sign, significant digits and power of ten: the same text for equal numbers. */
function canonicalNumber(value: number | LosslessNumber): string {
  const token = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(value));
  // NaN or infinity: the number was too large for a double.
  if (token === null) return String(value);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = token;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
