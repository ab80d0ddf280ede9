import type { Storage } from '../../src/app/ports.ts';
import type { SimWindow, StorageTrouble } from './model.ts';

/** Documents that outlive every window, on a disk that may fail. */
export function createFaultyStorage(documents: Map<string, string>, window: SimWindow): Storage {
  const gone = new Promise<never>(() => undefined);

  /** Makes a change, or what the trouble leaves of it. */
  async function change(whole: () => void, part: () => void = () => undefined): Promise<void> {
    if (!window.isAlive) return gone;
    const kind = strike(window);
    if (kind === undefined) return whole();
    if (kind !== 'full') part();
    if (kind === 'dies') {
      window.kill();
      return gone;
    }
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  }

  const read = async <T>(value: () => T): Promise<T> => (window.isAlive ? value() : gone);

  return {
    keys: (prefix) => read(() => [...documents.keys()].filter((key) => key.startsWith(prefix))),
    size: (key) => read(() => Buffer.byteLength(documents.get(key) ?? '')),
    read: (key) => read(() => documents.get(key)),
    // Whole or not at all, whatever happens.
    write: (key, text) => change(() => documents.set(key, text)),
    append(key, text) {
      const add = (part: string) => documents.set(key, (documents.get(key) ?? '') + part);
      return change(
        () => add(text),
        () => add(text.slice(0, Math.floor(text.length / 2))),
      );
    },
    move: (from, to) =>
      change(() => {
        const text = documents.get(from);
        if (text === undefined) throw new Error(`There is no ${from}.`);
        documents.delete(from);
        documents.set(to, text);
      }),
    remove: (key) => change(() => void documents.delete(key)),
  };
}

function strike(window: SimWindow): StorageTrouble['kind'] | undefined {
  const { trouble } = window;
  if (trouble === undefined) return undefined;
  if (trouble.after > 0) {
    trouble.after -= 1;
    return undefined;
  }
  trouble.times -= 1;
  if (trouble.times <= 0) window.trouble = undefined;
  window.hadTrouble = true;
  return trouble.kind;
}

/** The same documents on a disk that works. */
export function storageOf(documents: Map<string, string>): Storage {
  const disk = { isAlive: true, trouble: undefined } as SimWindow;
  return createFaultyStorage(documents, disk);
}
