import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A JSON value in which a number that JavaScript cannot hold exactly is a LosslessNumber. */
export type Json = null | boolean | number | string | LosslessNumber | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

// Finds number tokens that a JavaScript number may change: 16 digits or more, a fraction, an
// exponent, or -0.
const needsCare = /(?:^|[:,[\s])(?:-0|-?\d+(?:[.eE]|\d{15}))/;

/** JSON that is nested more deeply than any real one: reading on would run out of stack. */
export class DepthError extends SyntaxError {
  constructor() {
    super('nested too deeply');
    this.name = 'DepthError';
  }
}

/** The deepest nesting that is read; Java's usual parser has the same limit. */
export const deepestJson = 1_000;

/** Parses JSON and keeps the digits of every number. Throws SyntaxError. */
export function parseJson(text: string): Json {
  if (isTooDeep(text)) throw new DepthError();
  if (!needsCare.test(text) || !hasCarefulNumber(text)) return JSON.parse(text) as Json;
  // For a duplicate key the last value wins, as in JSON.parse.
  const onDuplicateKey = ({ newValue }: { readonly newValue: unknown }) => newValue;
  return parse(text, undefined, { parseNumber: toNumber, onDuplicateKey }) as Json;
}

/** JSON.parse itself has no limit, but all that walks through its value has. */
function isTooDeep(text: string): boolean {
  if (text.length < 2 * deepestJson) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    // In ASCII, both closing brackets stand two behind their opening ones.
    else if (code === brace || code === bracket) depth += 1;
    else if (code === brace + 2 || code === bracket + 2) depth -= 1;
    if (depth > deepestJson) return true;
  }
  return false;
}

const [quote, brace, bracket] = [0x22, 0x7b, 0x5b];

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

/**
 * The index after the string that starts here, or the end of the text if the string is not closed.
 */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
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
