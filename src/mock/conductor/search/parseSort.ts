import type { Row } from './parseQuery.ts';

/** Sorting by one field. The index ignores unknown columns. */
export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

/** Parses `startTime:DESC|status:ASC`. Parts without a direction and unknown fields are dropped. */
export function parseSort(sort: string, known: ReadonlySet<string>): Order[] {
  return sort.split('|').flatMap((part) => {
    const [field = '', direction] = part.trim().split(':');
    if (!known.has(field) || (direction !== 'ASC' && direction !== 'DESC')) return [];
    return [{ field, descending: direction === 'DESC' }];
  });
}

export function compareRows(a: Row, b: Row, orders: readonly Order[]): number {
  for (const { field, descending } of orders) {
    const difference = compare(a(field), b(field));
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}

function compare(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
