import type { ExecutionFilter, Page, PageRequest } from '../domain/execution.ts';
import { createPagedList } from './listing.ts';
import type { PagedList } from './listing.ts';
import { executionFilter } from './viewFilter.ts';
import type { ListFilter } from './viewFilter.ts';

/** Keeps one paged list for each filter; of each workflow, those of its last few filters. */
export interface ListCache<T> {
  of(filter: ListFilter): PagedList<T>;
  invalidate(): void;
}

interface ListCacheParts<T> {
  fetchPage(filter: ExecutionFilter, page: PageRequest): Promise<Page<T>>;
  pageSize(): number;
  idOf(item: T): string;
  /** Epoch milliseconds. */
  nowMs(): number;
}

// Enough for the tree, the pickers, and the way back to an earlier filter.
const mostFilters = 5;

export function createListCache<T>(parts: ListCacheParts<T>): ListCache<T> {
  // The filter that was used last stands last.
  const workflows = new Map<string | undefined, Map<string, PagedList<T>>>();

  function listsOf(workflow: string | undefined): Map<string, PagedList<T>> {
    const known = workflows.get(workflow);
    if (known !== undefined) return known;
    const made = new Map<string, PagedList<T>>();
    workflows.set(workflow, made);
    return made;
  }

  return {
    of: (filter) => {
      const lists = listsOf(filter.workflow);
      const key = JSON.stringify(filter);
      const list = lists.get(key) ?? createList(filter, parts);
      lists.delete(key);
      lists.set(key, list);
      const [oldest] = lists.keys();
      if (lists.size > mostFilters && oldest !== undefined) lists.delete(oldest);
      return list;
    },
    invalidate: () => {
      for (const lists of workflows.values()) {
        for (const list of lists.values()) list.invalidate();
      }
    },
  };
}

function createList<T>(filter: ListFilter, parts: ListCacheParts<T>): PagedList<T> {
  // All pages of one reading have the same times, since a cursor holds for its own filter only.
  let asked = executionFilter(filter, parts.nowMs());
  return createPagedList<T>(
    (page) => {
      if (page.cursor === undefined) asked = executionFilter(filter, parts.nowMs());
      return parts.fetchPage(asked, page);
    },
    parts.pageSize,
    parts.idOf,
  );
}
