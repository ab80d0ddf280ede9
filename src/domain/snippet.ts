import type { Connection } from './connection.ts';
import type { RequestPreview } from './engine.ts';
import type { TaskRef } from './task.ts';
import type { TaskUpdate } from './update.ts';

/** An update as code that anybody can run. No secret is in it: it reads them from the environment. */
export interface Snippet {
  readonly language: 'shell' | 'python' | 'typescript' | 'java' | 'go';
  /** What it needs: "curl", "Python, conductor-python". */
  readonly label: string;
  /** Ends in a newline. */
  readonly code: string;
}

/** An update that was sent or is about to be, with the request that carries it. */
export interface SnippetSource {
  readonly connection: Connection;
  readonly ref: TaskRef;
  readonly update: TaskUpdate;
  readonly request: RequestPreview;
}
