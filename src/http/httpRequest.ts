import type { SendEvents } from '../domain/engine.ts';
import type { Json } from '../domain/json.ts';

export type RequestBody =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string };

/** A decoded answer. It has the headers that the transport keeps, in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A request as a plain value: what to ask, and how to read the answer. */
export interface HttpRequest<T> extends SendEvents {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the base URL, no leading slash, every segment encoded (see `path`). */
  readonly path: string;
  /** Undefined values are left out; the others are encoded when sent. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: RequestBody;
  readonly headers?: Readonly<Record<string, string>>;
  /** True if asking twice does no harm. Other requests are never retried. */
  readonly idempotent: boolean;
  /** Reads a 2xx answer. Throws ShapeError or SyntaxError if it cannot. */
  parse(answer: HttpAnswer): T;
}

/** Sends a request. Throws EngineError; an abort passes through as AbortError. */
export type Send = <T>(request: HttpRequest<T>, signal: AbortSignal) => Promise<T>;
