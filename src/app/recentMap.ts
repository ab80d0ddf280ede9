/** Remembers the values that were set or asked for last, at most `limit`. */
export interface RecentMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  clear(): void;
}

export function createRecentMap<T>(limit: number): RecentMap<T> {
  // A Map keeps the order of insertion: each use moves its key to the end.
  const entries = new Map<string, T>();
  function use(key: string, value: T): void {
    entries.delete(key);
    entries.set(key, value);
  }
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value !== undefined) use(key, value);
      return value;
    },
    set: (key, value) => {
      use(key, value);
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
