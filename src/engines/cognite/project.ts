import type { Send } from '../../http/httpRequest.ts';

/** One project, signed in to. */
export interface Project {
  /** The connection's id. */
  readonly connection: string;
  readonly name: string;
  /** Of its cluster, without a trailing slash. */
  readonly baseUrl: string;
  readonly send: Send;
  readonly now: () => number;
}
