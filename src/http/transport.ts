import type { AxiosAdapter } from 'axios';

/** An axios adapter that carries requests: the only part that differs between Node and browsers. */
export type Transport = AxiosAdapter;

/** Why no whole answer arrived. */
export class TransportError extends Error {
  /** Node's error code, or TIMEOUT, TOO_LARGE, BAD_ENCODING. */
  readonly code: string;
  /** True if no part of the request can have reached the server. */
  readonly neverLeft: boolean;

  constructor(code: string, neverLeft: boolean, cause?: unknown) {
    super(`transport failed: ${code}`, { cause });
    this.name = 'TransportError';
    this.code = code;
    this.neverLeft = neverLeft;
  }
}

// Compare names: two bundles have two classes.
export function isTransportError(error: unknown): error is TransportError {
  return error instanceof Error && error.name === 'TransportError';
}
