import type { Send } from '../../http/request.ts';

/** One project, signed in to. */
export interface Project {
  /** The connection's id. */
  readonly connection: string;
  readonly name: string;
  readonly send: Send;
  readonly now: () => number;
}
