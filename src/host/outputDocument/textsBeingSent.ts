import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Listen } from '../../app/ports.ts';

/** Texts of documents that are being sent just now, by the document's key. */
export interface TextsBeingSent {
  /** Returns how to end it; several may hold the same document. */
  hold(key: string, text: string): () => void;
  has(key: string, text?: string): boolean;
  /** Nobody holds a document any more. */
  readonly onDidRelease: Listen;
}

export function createTextsBeingSent(): TextsBeingSent {
  const released = createChangeEvent();
  const held = new Map<string, readonly { readonly text: string }[]>();
  return {
    hold: (key, text) => {
      const mine = { text };
      held.set(key, [...(held.get(key) ?? []), mine]);
      return () => {
        const others = (held.get(key) ?? []).filter((other) => other !== mine);
        if (others.length > 0) return void held.set(key, others);
        held.delete(key);
        released.fire();
      };
    },
    has: (key, text) => {
      const texts = held.get(key);
      return text === undefined
        ? texts !== undefined
        : (texts?.some((other) => other.text === text) ?? false);
    },
    onDidRelease: released.listen,
  };
}
