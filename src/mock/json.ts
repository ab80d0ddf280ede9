import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/**
 * A JSON value that keeps its digits. Whole numbers are `number` while they are safe integers and
 * `bigint` beyond. Numbers with a fraction or an exponent are a LosslessNumber with the text that a
 * Java server would print.
 */
export type Json = null | boolean | number | bigint | string | LosslessNumber | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

/**
 * Parses as Jackson does: integers exactly, floats as doubles; of two equal keys the last one
 * counts. Throws SyntaxError on bad JSON.
 */
export function parseJson(text: string): Json {
  const value = parse(text, undefined, {
    parseNumber: toJavaNumber,
    onDuplicateKey: ({ newValue }) => newValue,
  }) as Json;
  // A Java server cannot write half of a surrogate pair, which only an escape can contain.
  return /\\ud[89a-f]/i.test(text) ? withoutHalfPairs(value) : value;
}

const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function withoutHalfPairs(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(halfPair, '?');
  if (Array.isArray(value)) return value.map(withoutHalfPairs);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    item === undefined ? item : withoutHalfPairs(item),
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

/** Prints without spaces; keys with the value undefined are left out. */
export function printJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value)
  );
}

/** A deep copy, so that two owners never share a value that one of them may change. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copyJson(item)) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, copyJson(item)]);
  return Object.fromEntries(entries) as T;
}

/** A text unchanged, any other value as JSON; empty for undefined. */
export function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : printJson(value);
}

/** A double for scripts and comparisons; loses digits that a double cannot hold. */
export function toNumber(value: unknown): number {
  return isLosslessNumber(value) ? Number(value.value) : Number(value);
}

function toJavaNumber(text: string): Json {
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    // As in Java, where Integer.parseInt("-0") is 0.
    if (number === 0) return 0;
    return Number.isSafeInteger(number) ? number : BigInt(text);
  }
  const number = Number(text);
  // A number too large for a double is printed as a text.
  if (!Number.isFinite(number)) return String(number);
  return new LosslessNumber(printDouble(number));
}

/** Java's Double.toString: always with a fraction, with an exponent outside 1e-3 to 1e7. */
export function printDouble(number: number): string {
  if (Object.is(number, -0)) return '-0.0';
  const size = Math.abs(number);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = String(number);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [digits = '', exponent = '0'] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
