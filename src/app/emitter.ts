import type { Listen } from './ports.ts';

/** The smallest event: listeners are called in order, and one that leaves is forgotten. */
export function createEmitter(): { readonly fire: () => void; readonly listen: Listen } {
  const listeners = new Set<() => void>();
  return {
    fire: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
