import type { Json, JsonObject } from '../json.ts';
import { hash } from '../random.ts';
import { badRequest } from './apiError.ts';

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
}

const defaultLimit = 100;
const largestLimit = 1000;

/** @throws {ApiError} 400 unless the limit is a whole number from 1 to 1000 */
export function readPage(limit: Json | undefined, cursor: Json | undefined): PageRequest {
  const count = limit === undefined || limit === null ? defaultLimit : Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > largestLimit) {
    throw badRequest(`limit must be between 1 and ${largestLimit}.`);
  }
  if (cursor === undefined || cursor === null) return { limit: count, cursor: undefined };
  if (typeof cursor !== 'string') throw badRequest('cursor must be a string.');
  return { limit: count, cursor };
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What is asked for beside limit and cursor: a cursor is good for the same question only. */
  readonly question: string;
  readonly view: (item: T) => JsonObject;
}

/** One page; a cursor holds the key of the last item shown, so that new items shift nothing. */
export function pageOf<T>(listed: Listed<T>, page: PageRequest): JsonObject {
  const { items, keyOf, question, view } = listed;
  const mark = hash(question).toString(36);
  const start = page.cursor === undefined ? 0 : after(listed, page.cursor, mark);
  const shown = items.slice(start, start + page.limit);
  const last = shown.at(-1);
  const isEnd = last === undefined || start + page.limit >= items.length;
  return {
    items: shown.map(view),
    nextCursor: isEnd ? undefined : encode([mark, keyOf(last)]),
  };
}

function after<T>({ items, keyOf }: Listed<T>, cursor: string, mark: string): number {
  const decoded = decode(cursor);
  if (decoded === undefined || decoded[0] !== mark) throw badRequest('Invalid cursor.');
  const index = items.findIndex((item) => keyOf(item) === decoded[1]);
  if (index < 0) throw badRequest('Invalid cursor.');
  return index + 1;
}

function encode(parts: readonly string[]): string {
  return btoa(encodeURIComponent(JSON.stringify(parts)));
}

function decode(cursor: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    return Array.isArray(value) ? value : undefined;
  } catch {
    // Not a cursor of this server.
    return undefined;
  }
}
