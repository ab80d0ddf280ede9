/** Tells the time in epoch milliseconds and waits. Tests have a clock of their own. */
export interface Clock {
  now(): number;
  /** Rejects with AbortError when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/**
 * Durable documents by key ("journal/17…"). A write is whole or not at all and survives a crash
 * of the process right after it resolved. Several windows share one storage.
 */
export interface Storage {
  keys(prefix: string): Promise<readonly string[]>;
  /** In bytes; 0 if there is no such document. */
  size(key: string): Promise<number>;
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
  /** Appends to a document, or creates it. A crash or a full disk may leave a part of the text. */
  append(key: string, text: string): Promise<void>;
  /** Whole or not at all. Replaces a document of that name. */
  move(from: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Calls the listener after each change. Returns a function that stops it. */
export type Listen<Args extends readonly unknown[] = []> = (
  listener: (...args: Args) => void,
) => () => void;
