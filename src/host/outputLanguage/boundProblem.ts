import type { LosslessNumber } from 'lossless-json';
import { isJsonNumber, isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

/** A schema keyword that limits a size, and the words for its message. */
interface Bound {
  readonly keyword: string;
  readonly isBroken: (size: number, bound: number) => boolean;
  readonly words: string;
}

const numberBounds: readonly Bound[] = [
  { keyword: 'minimum', isBroken: (size, bound) => size < bound, words: 'at least' },
  { keyword: 'maximum', isBroken: (size, bound) => size > bound, words: 'at most' },
  { keyword: 'exclusiveMinimum', isBroken: (size, bound) => size <= bound, words: 'more than' },
  { keyword: 'exclusiveMaximum', isBroken: (size, bound) => size >= bound, words: 'less than' },
];

/** The problem of a value beyond its schema's limits. Numbers are compared as doubles. */
export function boundProblem(value: Json, schema: JsonObject): string | undefined {
  if (isJsonNumber(value)) return broken(toDouble(value), schema, numberBounds, '');
  if (typeof value === 'string') {
    const characters = value.length === 0 ? 0 : Array.from(value).length;
    return broken(characters, schema, bounds('Length'), ' characters');
  }
  if (Array.isArray(value)) return broken(value.length, schema, bounds('Items'), ' items');
  if (!isJsonObject(value)) return undefined;
  return broken(Object.keys(value).length, schema, bounds('Properties'), ' keys');
}

/** A LosslessNumber itself throws where it is too large for a double. */
function toDouble(value: number | LosslessNumber): number {
  return Number(String(value));
}

function bounds(suffix: string): readonly Bound[] {
  return [
    { keyword: `min${suffix}`, isBroken: (size, bound) => size < bound, words: 'at least' },
    { keyword: `max${suffix}`, isBroken: (size, bound) => size > bound, words: 'at most' },
  ];
}

function broken(
  size: number,
  schema: JsonObject,
  of: readonly Bound[],
  unit: string,
): string | undefined {
  for (const { keyword, isBroken, words } of of) {
    const bound = schema[keyword];
    // In draft 4, the exclusive keywords are booleans.
    if (!isJsonNumber(bound) || !isBroken(size, toDouble(bound))) continue;
    return `The schema wants ${words} ${String(bound)}${unit} here.`;
  }
  return undefined;
}
