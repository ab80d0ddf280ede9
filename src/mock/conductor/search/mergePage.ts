import type { Generated } from '../generated.ts';
import type { IndexList } from '../seeds/indexList.ts';

/** A page of rows; some are in the store, very many are generated. */
export interface MergeRequest<T> {
  /** In the requested order. */
  readonly stored: readonly T[];
  readonly startOf: (row: T) => number;
  readonly generated: Generated;
  readonly list: IndexList;
  readonly make: (index: number, item: number) => T;
  /** True for newest first. Generated rows can be sorted by time only. */
  readonly descending: boolean;
  readonly start: number;
  readonly size: number;
}

/** Merges stored and generated rows by start time and cuts out the page. */
export function mergePage<T>(request: MergeRequest<T>): T[] {
  const { stored, list, make, descending, generated } = request;
  const places = stored.map((row, index) => {
    const newer = list.rank(
      Math.ceil((generated.newest - request.startOf(row)) / generated.stepMs),
    );
    return index + (descending ? newer : list.length - newer);
  });
  const total = stored.length + list.length;
  const end = request.size < 0 ? total : Math.min(total, request.start + request.size);
  const rows: T[] = [];
  for (let place = request.start; place < end; place++) {
    const before = countBelow(places, place);
    const own = stored[before];
    if (places[before] === place && own !== undefined) {
      rows.push(own);
      continue;
    }
    const position = place - before;
    const hit = list.at(descending ? position : list.length - 1 - position);
    rows.push(make(hit.index, hit.item));
  }
  return rows;
}

function countBelow(places: readonly number[], place: number): number {
  let count = 0;
  while (count < places.length && (places[count] ?? 0) < place) count += 1;
  return count;
}
