import type { Storage } from '../../src/app/ports.ts';

export interface FakeStorage extends Storage {
  readonly documents: Map<string, string>;
  /** The written keys in order. */
  readonly writes: string[];
  /** Called after each write, before it resolves. May throw or hang, as a disk or a crash would. */
  afterWrite: (key: string) => Promise<void>;
}

/** Documents in memory, which outlive the window that wrote them. */
export function createFakeStorage(): FakeStorage {
  const documents = new Map<string, string>();
  const writes: string[] = [];
  return {
    documents,
    writes,
    afterWrite: async () => {},
    async keys(prefix) {
      return [...documents.keys()].filter((key) => key.startsWith(prefix));
    },
    async size(key) {
      return Buffer.byteLength(documents.get(key) ?? '');
    },
    async read(key) {
      return documents.get(key);
    },
    async write(key, text) {
      documents.set(key, text);
      writes.push(key);
      await this.afterWrite(key);
    },
    async append(key, text) {
      await this.write(key, (documents.get(key) ?? '') + text);
    },
    async move(from, to) {
      const text = documents.get(from);
      if (text === undefined) throw new Error(`There is no ${from}.`);
      documents.delete(from);
      await this.write(to, text);
    },
    async remove(key) {
      documents.delete(key);
    },
  };
}
