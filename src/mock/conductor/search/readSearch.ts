import { atLeast } from '../../atLeast.ts';
import type { Engine } from '../engine.ts';
import { parseQuery, type Condition } from './parseQuery.ts';
import { parseSort, type Order } from './parseSort.ts';

/** A search request; a negative `size` means all, as with LIMIT in SQL. */
export interface SearchRequest {
  readonly query: string;
  readonly freeText: string;
  readonly sort: string;
  readonly start: number;
  readonly size: number;
  readonly topLevelOnly: boolean;
}

/** A search request with its texts parsed. */
export interface ReadSearch extends SearchRequest {
  readonly conditions: readonly Condition[];
  readonly orders: readonly Order[];
  readonly wildcards: boolean;
}

export function readSearch(
  engine: Engine,
  request: SearchRequest,
  fields: ReadonlySet<string>,
): ReadSearch {
  const recent = atLeast(engine.version, '3.22.0');
  return {
    ...request,
    conditions: parseQuery(request.query, fields, {
      stripQuotes: recent ? /["'()]/g : /["()]/g,
    }),
    orders: parseSort(request.sort, fields),
    wildcards: recent,
  };
}
