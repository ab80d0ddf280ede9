/** A list whose items are created when they are read, with the array methods that paging needs. */
export interface LazyList<T> extends Iterable<T> {
  readonly length: number;
  slice(start: number, end: number): readonly T[];
}

export function lazyList<T>(items: () => Iterable<T>, count: () => number): LazyList<T> {
  return {
    [Symbol.iterator]: () => items()[Symbol.iterator](),
    get length() {
      return count();
    },
    slice(start, end) {
      const found: T[] = [];
      let place = 0;
      for (const item of items()) {
        if (place >= end) break;
        if (place >= start) found.push(item);
        place += 1;
      }
      return found;
    },
  };
}
