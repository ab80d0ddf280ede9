import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A JSON value in which a number that JavaScript cannot hold exactly is a LosslessNumber. */
export type Json = null | boolean | number | string | LosslessNumber | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

// A number token that may not survive JavaScript's doubles: 16 digits or more, a fraction or an
// exponent. Text inside strings can match as well; that only costs the slower parser.
const needsCare = /(?:^|[:,[\s])-?\d+(?:[.eE]|\d{15})/;

/** Parses JSON and keeps every number's digits. Throws SyntaxError. */
export function parseJson(text: string): Json {
  if (!needsCare.test(text)) return JSON.parse(text) as Json;
  return parse(text, undefined, { parseNumber: toNumber }) as Json;
}

/** The value of a number token: a JavaScript number where it prints as the same digits again. */
export function toNumber(token: string): number | LosslessNumber {
  const value = Number(token);
  return String(value) === token ? value : new LosslessNumber(token);
}

/** JSON text with every number's digits as they came; `indent` in spaces. */
export function stringifyJson(value: Json, indent?: number): string {
  return stringify(value, undefined, indent) ?? 'null';
}

/** Size in bytes as UTF-8, which is what the engines' limits count. */
export function jsonBytes(value: Json): number {
  return utf8Bytes(stringifyJson(value));
}

export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

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
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(value)) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
