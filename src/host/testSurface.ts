import type { Secrets } from './secrets.ts';

/** The parts of the extension that VS Code test runs need and no command reaches. */
export interface TestSurface {
  /** Tests cannot type into a password box. */
  readonly secrets: Secrets;
  /** All logged lines of every level. Not every build of VS Code writes log files. */
  readonly logged: readonly string[];
}
