import type { Page, PageRequest } from '../../../domain/execution.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';

/** A list as the API sends it, and its records that could not be read. */
export interface WholeList<T> {
  readonly items: readonly T[];
  readonly odd: readonly OddRecord[];
}

/**
 * Cuts pages from lists that the API sends whole. Keeps the last list for its next pages, which
 * then cost no request and stay consistent. A first page always reads the list again.
 */
export function createSlices<T>(): (
  key: string,
  page: PageRequest,
  read: () => Promise<WholeList<T>>,
) => Promise<Page<T>> {
  let kept: (WholeList<T> & { readonly key: string }) | undefined;

  return async (key, { size, cursor }, read) => {
    const isNext = cursor !== undefined && kept?.key === key;
    const list = isNext && kept !== undefined ? kept : { key, ...(await read()) };
    kept = list;
    const start = offsetOf(cursor);
    const end = start + size;
    return {
      items: list.items.slice(start, end),
      total: list.items.length,
      ...(start === 0 ? withOdd(list.odd) : {}),
      ...(end < list.items.length ? { next: String(end) } : {}),
    };
  };
}

/** The index of the page's first item in the whole list. */
export function offsetOf(cursor: string | undefined): number {
  const offset = Number(cursor ?? 0);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}
