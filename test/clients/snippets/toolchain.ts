import type { EngineKind } from '../../../src/domain/connection.ts';
import type { Snippet } from '../../../src/domain/snippet.ts';

/** A fetched SDK of a vendor, and the compiler for its snippets. */
export interface Toolchain {
  readonly engine: EngineKind;
  readonly language: Snippet['language'];
  /** The name and version that people install: "Java, conductor-client 6.0.0". */
  readonly name: string;
  /**
   * Compiles the unchanged snippets in an empty folder. Returns one command for each that runs it.
   * @throws {Error} with the compiler's message
   */
  readonly compile: (codes: readonly string[], folder: string) => Promise<readonly Command[]>;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}
