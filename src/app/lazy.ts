/** A value that is made at the first call and then kept. */
export interface Lazy<T> {
  /** Calls share one run. A failure is not kept: the next call tries again. */
  get(): Promise<T>;
  /** For cleaning up: makes nothing, but waits for a run in progress. */
  ifMade(use: (made: T) => unknown): Promise<void>;
}

export function lazy<T>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | undefined;
  return {
    get: () =>
      (made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      })),
    ifMade: async (use) => {
      // The caller of `get` was told why it failed.
      const ignore = () => undefined;
      await made?.then(use, ignore);
    },
  };
}
