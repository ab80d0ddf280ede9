import type { Secrets } from './secrets.ts';

/** What VS Code's own test runs reach of the extension, where no command gets them there. */
export interface TestSurface {
  /** No test can type into a password box. */
  readonly secrets: Secrets;
  /** What was logged so far, whatever its level; not every build of VS Code writes log files. */
  readonly logged: readonly string[];
}
