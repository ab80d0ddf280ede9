import type { EngineKind } from '../../../src/domain/connection.ts';
import type { Snippet } from '../../../src/domain/snippet.ts';

/** A vendor's SDK as it was fetched, and what compiles snippets against it. */
export interface Toolchain {
  readonly engine: EngineKind;
  readonly language: Snippet['language'];
  /** What people install: "Java, conductor-client 6.0.0". */
  readonly name: string;
  /**
   * Compiles the codes in an empty folder, unchanged. One command for each, which runs it.
   * @throws {Error} what the compiler said
   */
  readonly compile: (codes: readonly string[], folder: string) => Promise<readonly Command[]>;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}
