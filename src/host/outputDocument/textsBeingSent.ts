import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Listen } from '../../app/ports.ts';

/** The texts of documents that are being sent, by the documents' keys. */
export interface TextsBeingSent {
  /** Returns a function that ends the hold. A document may be held several times. */
  hold(key: string, text: string): () => void;
  has(key: string, text?: string): boolean;
  /** Fires when the last hold of a document ends. */
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
