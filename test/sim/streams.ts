import { createRandom, hash } from '../../src/mock/random.ts';

/** Random decisions of one operation or one request. The same names give the same decisions. */
export interface Stream {
  /** A whole number from 0 to `count`, without `count`. */
  below(count: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True with this probability, from 0 to 1. */
  chance(probability: number): boolean;
  /** Undefined for an empty list. */
  pick<T>(list: readonly T[]): T | undefined;
  /** A key, as often as its weight says. Undefined where all weights are 0. */
  weighed<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K | undefined;
}

/**
 * A stream of its own for each name: an operation that is left out changes nothing for the others,
 * and so a failure can be shrunk.
 */
export function streamOf(...names: readonly (string | number)[]): Stream {
  const random = createRandom(hash(names.join('/')));
  // The first number of similar seeds is similar.
  random.next();
  const below = (count: number) => Math.floor(random.next() * count);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => random.next() < probability,
    pick: (list) => list[below(list.length)],
    weighed(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return undefined;
    },
  };
}
