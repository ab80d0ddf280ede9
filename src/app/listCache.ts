import type { ExecutionFilter, Page, PageRequest } from '../domain/execution.ts';
import { createPagedList } from './listing.ts';
import type { PagedList } from './listing.ts';

/** Keeps one paged list for each filter. */
export interface ListCache<T> {
  of(filter: ExecutionFilter): PagedList<T>;
  invalidate(): void;
}

export function createListCache<T>(
  fetchPage: (filter: ExecutionFilter, page: PageRequest) => Promise<Page<T>>,
  pageSize: () => number,
  idOf: (item: T) => string,
): ListCache<T> {
  const lists = new Map<string, PagedList<T>>();
  return {
    of: (filter) => {
      const key = JSON.stringify(filter);
      const known = lists.get(key);
      if (known !== undefined) return known;
      const made = createPagedList<T>((page) => fetchPage(filter, page), pageSize, idOf);
      lists.set(key, made);
      return made;
    },
    invalidate: () => {
      for (const list of lists.values()) list.invalidate();
    },
  };
}
