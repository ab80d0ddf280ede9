import type { Page, PageRequest } from '../../domain/execution.ts';

/**
 * Pages of lists that the API hands out whole. The newest list is kept for its next pages, so
 * that these cost no request and fit together; a first page is always read anew.
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

/** Where a page begins in the whole list. */
export function offsetOf(cursor: string | undefined): number {
  const offset = Number(cursor ?? 0);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}
