import { badRequest, broken } from './serverError.ts';

/** A page of a list. @throws {ServerError} 500 for a negative start, 400 for a negative count */
export function subList<T>(list: readonly T[], start: number, count: number): readonly T[] {
  const from = Math.min(start, list.length);
  const to = Math.min(start + count, list.length);
  if (start < 0) throw broken(`fromIndex = ${start}`);
  if (from > to) throw badRequest(`fromIndex(${from}) > toIndex(${to})`);
  return list.slice(from, to);
}
