import pLimit from 'p-limit';

// Quick enough, and gentle to a small server.
const atOnce = 4;

/**
 * Runs a request for each item, a few at the same time. The results keep the order of the items.
 */
export function fewAtOnce<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  return pLimit(atOnce).map([...items], ask);
}
