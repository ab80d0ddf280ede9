import type { AxiosAdapter } from 'axios';

/** What carries a request: an axios adapter, so that Node and the browser can differ here alone. */
export type Transport = AxiosAdapter;

/** Why no whole answer arrived. */
export class TransportError extends Error {
  /** Node's error code, or TIMEOUT, TOO_LARGE, BAD_ENCODING. */
  readonly code: string;
  /** True where nothing of the request can have reached the server. */
  readonly neverLeft: boolean;

  constructor(code: string, neverLeft: boolean, cause?: unknown) {
    super(`transport failed: ${code}`, { cause });
    this.name = 'TransportError';
    this.code = code;
    this.neverLeft = neverLeft;
  }
}

// By name: the transport and the engines are in two bundles, each with a class of its own.
export function isTransportError(error: unknown): error is TransportError {
  return error instanceof Error && error.name === 'TransportError';
}
