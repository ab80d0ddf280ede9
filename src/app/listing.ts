import type { Page, PageRequest } from '../domain/execution.ts';
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
