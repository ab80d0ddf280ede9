import type * as z from 'zod/mini';

import { isJsonNumber, levelsIn, mostLevels, parseAnyDepth, toNumber } from '../domain/json.ts';
import type { OddRecord } from '../domain/oddRecord.ts';
import { parseExact } from '../domain/parseExact.ts';
import type { HttpAnswer } from '../http/httpRequest.ts';
import { ShapeError } from '../http/shapeError.ts';
import { flawOf } from './flawOf.ts';

/** The JSON of a server's answer. */
export interface AnswerJson {
  readonly value: unknown;
  /** True where some of it could not be written back as it came: NaN, or too many levels. */
  readonly isFlawed: boolean;
}

/** One record of a list, or what kept it from being read. In the server's order. */
export type ReadRecord<T> = { readonly record: T } | { readonly odd: OddRecord };

/**
 * Reads an answer that may hold what JSON lacks or what is too deep: `readRecords` and `readRecord`
 * reject the one record that holds it. Throws SyntaxError.
 */
export function parseAnswer({ text }: HttpAnswer): AnswerJson {
  const isDeep = levelsIn(text) > mostLevels;
  try {
    return { value: parseAnyDepth(text), isFlawed: isDeep };
  } catch (error) {
    // Encoders of Python write these words unless they are told not to.
    if (!/NaN|Infinity/.test(text)) throw error;
    return { value: parseExact(text, { number: toNumber, word: notJson }), isFlawed: true };
  }
}

function notJson(word: string): number | undefined {
  return /^(?:NaN|-?Infinity)$/.test(word) ? Number(word) : undefined;
}

/** Reads a single record. Throws ShapeError. */
export function readRecord<T>(schema: z.ZodMiniType<T>, { value, isFlawed }: AnswerJson): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new ShapeError(problemsOf(read.error.issues, value));
  const flaw = isFlawed ? flawOf(read.data) : undefined;
  if (flaw !== undefined) throw new ShapeError([flaw]);
  return read.data;
}

/** What a list holds. */
export interface About {
  readonly kind: OddRecord['kind'];
  /** The fields that may identify a record, the best first. */
  readonly ids: readonly string[];
  /** The field of the answer that holds the list. */
  readonly field?: string;
  /** True where no two records have the same id: a tree cannot show two rows of one id. */
  readonly areUnique?: boolean;
}

/** Reads the records of a list one by one. Throws ShapeError where it is no list. */
export function readRecords<T>(
  schema: z.ZodMiniType<T>,
  { value: list, isFlawed }: AnswerJson,
  { kind, ids, field = 'it', areUnique = false }: About,
): readonly ReadRecord<T>[] {
  if (!Array.isArray(list)) throw new ShapeError([`${field} is ${typeWord(list)}`]);
  const seen = new Set<unknown>();
  return list.map((value: unknown, index): ReadRecord<T> => {
    const id = ids.map((name) => heldAt(value, [name])).find(isFilledText);
    const oddBecause = (problem: string): ReadRecord<T> => ({
      odd: { kind, ...(id === undefined ? {} : { id }), position: index + 1, problem },
    });
    try {
      const record = readRecord(schema, { value, isFlawed });
      if (areUnique && seen.has(id)) return oddBecause('its id was in the list before');
      seen.add(id);
      return { record };
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      return oddBecause(error.problems.join(' and '));
    }
  });
}

export function recordsIn<T>(all: readonly ReadRecord<T>[]): readonly T[] {
  return all.flatMap((one) => ('record' in one ? [one.record] : []));
}

export function oddIn(all: readonly ReadRecord<unknown>[]): readonly OddRecord[] {
  return all.flatMap((one) => ('odd' in one ? [one.odd] : []));
}

type Issue = Pick<z.core.$ZodIssue, 'path'>;

function problemsOf(issues: readonly Issue[], value: unknown): readonly string[] {
  return issues.map(({ path }) => {
    const held = heldAt(value, path);
    const flaw = flawOf(held);
    if (flaw !== undefined) return [...path, flaw].join('.');
    return `${path.length === 0 ? 'it' : path.join('.')} is ${typeWord(held)}`;
  });
}

function heldAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((held, key) => {
    const isHolder = typeof held === 'object' && held !== null && Object.hasOwn(held, key);
    return isHolder ? (held as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
  }, value);
}

/** Says no value, since it may be secret. */
function typeWord(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return value === '' ? 'empty' : 'a text';
  if (isJsonNumber(value)) return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return Array.isArray(value) ? 'a list' : 'an object';
}

function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
