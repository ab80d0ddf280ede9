import type { Send } from '../../../http/httpRequest.ts';

/** One project and the way to send requests to it, signed in. */
export interface Project {
  /** The connection's id. */
  readonly connection: string;
  readonly name: string;
  /** The cluster's URL without a trailing slash. */
  readonly baseUrl: string;
  readonly send: Send;
  readonly now: () => number;
}
