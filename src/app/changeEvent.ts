import type { Listen } from './ports.ts';

export interface ChangeEvent {
  readonly listen: Listen;
  fire(): void;
}

/** Tells listeners that something changed. */
export function createChangeEvent(): ChangeEvent {
  // Boxed, so that one function listening twice is two listeners.
  const listeners = new Set<{ readonly call: () => void }>();
  return {
    listen(listener) {
      const boxed = { call: listener };
      listeners.add(boxed);
      return () => {
        listeners.delete(boxed);
      };
    },
    fire() {
      for (const { call } of listeners) callListener(call);
    },
  };
}

/** Calls what others handed in; their failure surfaces on its own and never stops an update. */
export function callListener(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
