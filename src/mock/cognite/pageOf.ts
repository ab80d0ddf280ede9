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
  /** The items after the item with this key, all without a key; undefined where no item has it. */
  readonly after: (key: string | undefined) => Iterable<T> | undefined;
  readonly keyOf: (item: T) => string;
  /** The request without limit and cursor: a cursor is valid for the same request only. */
  readonly question: string;
  readonly view: (item: T) => JsonObject;
}

/** One page. The cursor contains the key of the last item, so that new items shift no page. */
export function pageOf<T>(listed: Listed<T>, page: PageRequest): JsonObject {
  const mark = hash(listed.question).toString(36);
  const items = listed.after(page.cursor === undefined ? undefined : keyIn(page.cursor, mark));
  if (items === undefined) throw badRequest('Invalid cursor.');
  const shown: T[] = [];
  for (const item of items) {
    const last = shown.at(-1);
    if (last !== undefined && shown.length === page.limit) {
      return { items: shown.map(listed.view), nextCursor: encode([mark, listed.keyOf(last)]) };
    }
    shown.push(item);
  }
  return { items: shown.map(listed.view) };
}

/** The `after` function of a complete list. */
export function afterIn<T>(items: readonly T[], keyOf: (item: T) => string): Listed<T>['after'] {
  return (key) => {
    if (key === undefined) return items;
    const index = items.findIndex((item) => keyOf(item) === key);
    return index < 0 ? undefined : items.slice(index + 1);
  };
}

function keyIn(cursor: string, mark: string): string {
  const [found, key] = decode(cursor) ?? [];
  if (found !== mark || typeof key !== 'string') throw badRequest('Invalid cursor.');
  return key;
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
