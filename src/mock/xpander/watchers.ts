/** Functions that are called after every change, to look whether theirs has changed. */
export interface Watchers {
  /** Returns the function that ends it. */
  add(look: () => void): () => void;
  notify(): void;
}

export function createWatchers(): Watchers {
  const looks = new Set<() => void>();
  return {
    add(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
    notify() {
      for (const look of looks) look();
    },
  };
}
