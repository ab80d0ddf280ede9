import type { ExecutionFilter, Page, PageRequest } from '../domain/execution.ts';
import { executionFilter } from './viewFilter.ts';
import type { ListFilter } from './viewFilter.ts';
import { type OddRecord, withOdd } from '../domain/oddRecord.ts';

/** The part of a list that was loaded so far. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** True when the engine has more. */
  readonly more: boolean;
  readonly total?: number;
  readonly notice?: string;
  /** The records that could not be read, of all pages. */
  readonly odd?: readonly OddRecord[];
}

/**
 * A list that grows by pages and is read again as a whole. Calls at the same time share one run.
 */
export interface PagedList<T> {
  get(): Promise<Listing<T>>;
  loadMore(): Promise<Listing<T>>;
  /** Reads the visible items again and returns true if they changed. After a failure they stay. */
  reread(): Promise<boolean>;
  /** Forgets the items, but not how many were loaded. */
  invalidate(): void;
}

// A refresh asks for as many items as were visible, up to this many in one request.
const largestPage = 500;

export function createPagedList<T>(
  fetchPage: (request: PageRequest) => Promise<Page<T>>,
  pageSize: () => number,
  idOf: (item: T) => string,
): PagedList<T> {
  let loaded: Promise<Page<T>> | undefined;
  let wanted = 0;

  function remember(next: Promise<Page<T>>): Promise<Page<T>> {
    loaded = next;
    next.catch(() => {
      // A failure is not kept: the next call asks again.
      if (loaded === next) loaded = undefined;
    });
    return next;
  }

  const fetchFirst = () => fetchPage({ size: Math.min(Math.max(pageSize(), wanted), largestPage) });
  const first = () => loaded ?? remember(fetchFirst());

  async function append(before: Page<T>): Promise<Page<T>> {
    if (before.next === undefined) return before;
    const page = await fetchPage({ size: pageSize(), cursor: before.next });
    // New executions push old ones to the next page, where they would appear twice.
    const known = new Set(before.items.map(idOf));
    const items = [...before.items, ...page.items.filter((item) => !known.has(idOf(item)))];
    wanted = items.length;
    return { ...page, items, ...withOdd([...(before.odd ?? []), ...(page.odd ?? [])]) };
  }

  return {
    get: async () => toListing(await first()),
    loadMore: async () => {
      const before = await first();
      try {
        return toListing(await remember(append(before)));
      } catch (error) {
        loaded = Promise.resolve(before);
        throw error;
      }
    },
    reread: async () => {
      const before = loaded;
      if (before === undefined) return false;
      const fresh = await fetchFirst();
      if (loaded !== before || JSON.stringify(await before) === JSON.stringify(fresh)) return false;
      loaded = Promise.resolve(fresh);
      return true;
    },
    invalidate: () => {
      loaded = undefined;
    },
  };
}

function toListing<T>(page: Page<T>): Listing<T> {
  return {
    items: page.items,
    more: page.next !== undefined,
    ...(page.total === undefined ? {} : { total: page.total }),
    ...(page.notice === undefined ? {} : { notice: page.notice }),
    ...withOdd(page.odd ?? []),
  };
}

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
