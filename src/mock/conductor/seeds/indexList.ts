/** A repeating hit: `item` of every execution whose number modulo the period is `slot`. */
export interface Entry {
  readonly slot: number;
  readonly item: number;
}

/** A hit: `item` of execution number `index`. */
export interface Hit {
  readonly index: number;
  readonly item: number;
}

/** Very many hits in the order of their execution numbers, computed on demand. */
export interface IndexList {
  readonly length: number;
  at(position: number): Hit;
  /** The number of hits with a smaller execution number. */
  rank(index: number): number;
}

/**
 * The hits of a repeating pattern for the numbers from `from` to `to`, without `to` and without the
 * numbers in `except`.
 */
export function createIndexList(options: {
  readonly entries: readonly Entry[];
  readonly period: number;
  readonly from: number;
  readonly to: number;
  readonly except: ReadonlySet<number>;
}): IndexList {
  const { period, from, to } = options;
  const entries = options.entries.toSorted((a, b) => a.slot - b.slot || a.item - b.item);
  const below = (index: number) =>
    Math.floor(index / period) * entries.length +
    entries.filter((entry) => entry.slot < index % period).length;
  const inRange = (index: number) => Math.min(Math.max(index, from), Math.max(from, to));
  const first = below(from);
  const raw = (position: number): Hit => {
    const place = first + position;
    const entry = entries[place % entries.length];
    if (entry === undefined) throw new RangeError('The list is empty.');
    return {
      index: Math.floor(place / entries.length) * period + entry.slot,
      item: entry.item,
    };
  };
  const holes = [...options.except]
    .filter((index) => index >= from && index < to)
    .toSorted((a, b) => a - b)
    .flatMap((index) => {
      const count = below(index + 1) - below(index);
      return Array.from({ length: count }, (_, more) => below(index) - first + more);
    });
  return {
    length: Math.max(0, below(inRange(to)) - first - holes.length),
    at(position) {
      let place = position;
      for (const hole of holes) {
        if (hole <= place) place += 1;
      }
      return raw(place);
    },
    rank(index) {
      const place = below(inRange(index)) - first;
      return place - holes.filter((hole) => hole < place).length;
    },
  };
}

/** A list of hits that were searched one by one. */
export function listOfHits(hits: readonly Hit[]): IndexList {
  return {
    length: hits.length,
    at(position) {
      const hit = hits[position];
      if (hit === undefined) throw new RangeError('The list is empty.');
      return hit;
    },
    rank: (index) => hits.filter((hit) => hit.index < index).length,
  };
}
