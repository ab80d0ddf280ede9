import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A JSON value in which a number that JavaScript cannot hold exactly is a LosslessNumber. */
export type Json = null | boolean | number | string | LosslessNumber | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

// A number token that may not survive JavaScript's doubles: 16 digits or more, a fraction, an
// exponent, or a zero below zero.
const needsCare = /(?:^|[:,[\s])(?:-0|-?\d+(?:[.eE]|\d{15}))/;

/** Parses JSON and keeps every number's digits. Throws SyntaxError. */
export function parseJson(text: string): Json {
  if (!needsCare.test(text) || !hasCarefulNumber(text)) return JSON.parse(text) as Json;
  // Of a key that stands twice the last one counts, as for the platform's own parser.
  const onDuplicateKey = ({ newValue }: { readonly newValue: unknown }) => newValue;
  return parse(text, undefined, { parseNumber: toNumber, onDuplicateKey }) as Json;
}

/** Times and names match as well: this looks between the strings only. */
function hasCarefulNumber(text: string): boolean {
  let at = 0;
  for (;;) {
    const start = text.indexOf('"', at);
    if (needsCare.test(start < 0 ? text.slice(at) : text.slice(at, start))) return true;
    if (start < 0) return false;
    at = endOfString(text, start);
  }
}

/** Behind the string that starts here; behind the text where it does not end. */
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

/** The value of a number token: a JavaScript number where it prints as the same digits again. */
export function toNumber(token: string): number | LosslessNumber {
  const value = Number(token);
  return String(value) === token ? value : new LosslessNumber(token);
}

/** JSON text with every number's digits as they came; `indent` in spaces. */
export function stringifyJson(value: Json, indent?: number): string {
  const write = holdsLossless(value) ? stringify : JSON.stringify;
  return write(value, undefined, indent) ?? 'null';
}

/** The platform's own writer is several times as fast, and all but a few values can take it. */
function holdsLossless(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsLossless);
  return isLosslessNumber(value) || Object.values(value).some(holdsLossless);
}

/** Size in bytes as UTF-8, which is what the engines' limits count. */
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

/** Equal as data: the order of keys does not count, and 1.0 equals 1 (an engine may print either). */
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

/** An object of the parts that there are. */
export function withoutUndefined(parts: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])),
  );
}

/** The top-level merge that engines do: keys of `change` win, others stay. */
export function mergeShallow(base: JsonObject, change: JsonObject): JsonObject {
  return { ...base, ...change };
}

export function isJsonNumber(value: unknown): value is number | LosslessNumber {
  return typeof value === 'number' || isLosslessNumber(value);
}

/** Sign, digits without leading and trailing zeros, and the power of ten: equal for equal values. */
function canonicalNumber(value: number | LosslessNumber): string {
  const token = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(value));
  // Beyond what a double holds.
  if (token === null) return String(value);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = token;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
