import pLimit from 'p-limit';

// Enough to be quick, few enough for a small server.
const atOnce = 4;

/** Runs requests for all items, a few at the same time; the results stand in their order. */
export function fewAtOnce<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  return pLimit(atOnce).map([...items], ask);
}
