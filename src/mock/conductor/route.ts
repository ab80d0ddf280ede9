import type { LaterReply, Reply } from './reply.ts';
import type { RouteRequest } from './routeRequest.ts';

/** An endpoint. `path` is below /api unless it starts with `//`; variables are written `:name`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The first server version with this endpoint; undefined means every version of the mock. */
  readonly since?: string;
  /** Absent where every server has the endpoint. */
  readonly only?: 'orkes' | 'messages';
  readonly run: (request: RouteRequest) => Reply | LaterReply;
}
