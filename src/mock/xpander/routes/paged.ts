import { invalid } from '../answerError.ts';
import type { LazyList } from '../lazyList.ts';
import type { Wire } from '../model.ts';

/** One page in the platform API's shape. Throws a 422 answer. */
export function paged<T>(
  all: LazyList<T>,
  query: Readonly<Record<string, string | undefined>>,
  toItem: (item: T) => Wire,
): Wire {
  const page = count(query, 'page', 1, Infinity);
  const size = count(query, 'per_page', 20, 50);
  return {
    items: all.slice((page - 1) * size, page * size).map((item) => toItem(item)),
    total: all.length,
    page,
    per_page: size,
    total_pages: Math.ceil(all.length / size),
  };
}

function count(
  query: Readonly<Record<string, string | undefined>>,
  key: string,
  otherwise: number,
  most: number,
): number {
  const text = query[key];
  if (text === undefined) return otherwise;
  if (!/^-?\d+$/.test(text)) {
    throw invalid(['query', key], 'Input should be a valid integer', 'int_parsing');
  }
  const value = Number(text);
  if (value < 1) {
    throw invalid(
      ['query', key],
      'Input should be greater than or equal to 1',
      'greater_than_equal',
    );
  }
  if (value > most) {
    const msg = `Input should be less than or equal to ${most}`;
    throw invalid(['query', key], msg, 'less_than_equal');
  }
  return value;
}
