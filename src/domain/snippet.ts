import type { Connection } from './connection.ts';
import type { RequestPreview } from './engine.ts';

/** An update as code that anybody can run. No secret is in it: it reads them from the environment. */
export interface Snippet {
  readonly language: 'shell' | 'python' | 'typescript' | 'java' | 'go';
  /** What it needs: "curl", "Python, conductor-python". */
  readonly label: string;
  /** The variables of the environment that it reads what signs in from. */
  readonly reads: readonly string[];
  /** Ends in a newline. */
  readonly code: string;
}

/** What a snippet is made of: the request that carried an update, or would, and where to. */
export interface SnippetSource {
  readonly connection: Connection;
  readonly request: RequestPreview;
}
