/** Reads by key that are made once and kept until they are forgotten; a failure is never kept. */
export interface ReadCache<T> {
  get(key: string): Promise<T>;
  /** Reads a key again that was read before; true where it changed. */
  reread(key: string): Promise<boolean>;
  forget(key?: string): void;
}

export function createReadCache<T>(read: (key: string) => Promise<T>): ReadCache<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get: (key) => {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const reading = read(key);
      kept.set(key, reading);
      reading.catch(() => {
        if (kept.get(key) === reading) kept.delete(key);
      });
      return reading;
    },
    reread: async (key) => {
      const before = kept.get(key);
      if (before === undefined) return false;
      const fresh = await read(key);
      // Somebody forgot or read it meanwhile: theirs is newer.
      if (kept.get(key) !== before) return false;
      if (JSON.stringify(await before) === JSON.stringify(fresh)) return false;
      kept.set(key, Promise.resolve(fresh));
      return true;
    },
    forget: (key) => {
      if (key === undefined) kept.clear();
      else kept.delete(key);
    },
  };
}
