import type { Connection } from './connection.ts';
import type { RequestPreview } from './engine.ts';

/** An update as runnable code. It contains no secret: it reads them from environment variables. */
export interface Snippet {
  readonly language: 'shell' | 'python' | 'typescript' | 'java' | 'go';
  /** The tool or SDK that the code needs: "curl", "Python, conductor-python". */
  readonly label: string;
  /** The environment variables that hold the credentials. */
  readonly reads: readonly string[];
  /** Ends in a newline. */
  readonly code: string;
}

/** The connection and the request from which a snippet is made. */
export interface SnippetSource {
  readonly connection: Connection;
  readonly request: RequestPreview;
}
