import type { Page, PageRequest } from '../../../domain/execution.ts';

/**
 * Cuts pages from lists that the API sends whole. Keeps the last list for its next pages, which
 * then cost no request and stay consistent. A first page always reads the list again.
 */
export function createSlices<T>(): (
  key: string,
  page: PageRequest,
  read: () => Promise<readonly T[]>,
) => Promise<Page<T>> {
  let kept: { readonly key: string; readonly items: readonly T[] } | undefined;

  return async (key, { size, cursor }, read) => {
    const isNext = cursor !== undefined && kept?.key === key;
    const list = isNext && kept !== undefined ? kept : { key, items: await read() };
    kept = list;
    const start = offsetOf(cursor);
    const end = start + size;
    return {
      items: list.items.slice(start, end),
      total: list.items.length,
      ...(end < list.items.length ? { next: String(end) } : {}),
    };
  };
}

/** The index of the page's first item in the whole list. */
export function offsetOf(cursor: string | undefined): number {
  const offset = Number(cursor ?? 0);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}
