/** Something that is made when it is first asked for, and then kept. */
export interface Lazy<T> {
  /** Calls while it is made share that. A failure is not kept: the next call tries again. */
  get(): Promise<T>;
  /** For the end of it: makes nothing, but waits for what is being made just now. */
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
      // Whoever asked for it was told why it failed.
      const ignore = () => undefined;
      await made?.then(use, ignore);
    },
  };
}
