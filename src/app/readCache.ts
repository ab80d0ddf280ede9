import { createRecentMap } from './recentMap.ts';

/**
 * Reads each key once and keeps the result until it is forgotten, or until many others were used. A
 * failure is never kept.
 */
export interface ReadCache<T> {
  get(key: string): Promise<T>;
  /** Reads a known key again and returns true if the result changed. */
  reread(key: string): Promise<boolean>;
  forget(key?: string): void;
}

// More than a tree shows at once; their data may take megabytes.
const mostKept = 500;

export function createReadCache<T>(read: (key: string) => Promise<T>): ReadCache<T> {
  const kept = createRecentMap<Promise<T>>(mostKept);
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
      // The key was forgotten or read again meanwhile: that result is newer.
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
