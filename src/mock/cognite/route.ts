import type { JsonObject } from '../json.ts';
import type { ApiRequest } from './apiRequest.ts';
import type { Needs } from './tokens.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly value: JsonObject;
}

/**
 * An endpoint. `path` is below a project's /workflows, or below the project itself if it starts
 * with `//`.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Variables are written `:name`. */
  readonly path: string;
  readonly needs: Needs;
  readonly run: (request: ApiRequest) => ApiAnswer;
}

export function ok(value: JsonObject, status = 200): ApiAnswer {
  return { status, value };
}
