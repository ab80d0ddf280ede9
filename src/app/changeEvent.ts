import type { Listen } from './ports.ts';

export interface ChangeEvent<Args extends readonly unknown[] = []> {
  readonly listen: Listen<Args>;
  fire(...args: Args): void;
}

/** Tells listeners that something changed, and with `Args` also what. */
export function createChangeEvent<Args extends readonly unknown[] = []>(): ChangeEvent<Args> {
  // Boxed, so that one function listening twice is two listeners.
  const listeners = new Set<{ readonly call: (...args: Args) => void }>();
  return {
    listen(listener) {
      const boxed = { call: listener };
      listeners.add(boxed);
      return () => {
        listeners.delete(boxed);
      };
    },
    fire(...args) {
      for (const { call } of listeners) callListener(() => call(...args));
    },
  };
}

/** Calls a function that others handed in. Its error surfaces on its own and stops no update. */
export function callListener(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
