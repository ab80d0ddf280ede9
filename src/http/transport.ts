import type { AxiosAdapter } from 'axios';

/** An axios adapter that carries requests: the only part that differs between Node and browsers. */
export type Transport = AxiosAdapter;

/** Why no whole answer arrived. */
export class TransportError extends Error {
  /** Node's error code, or one of our own in capitals, such as TIMEOUT or TOO_LARGE. */
  readonly code: string;
  /** True if no part of the request can have reached the server. */
  readonly neverLeft: boolean;
  /** The coding or charset that the answer names and that could not be read. */
  readonly named: string | undefined;

  constructor(code: string, neverLeft: boolean, cause?: unknown, named?: string) {
    super(`transport failed: ${code}`, { cause });
    this.name = 'TransportError';
    this.code = code;
    this.neverLeft = neverLeft;
    this.named = named?.slice(0, 40);
  }
}

// Compare names: two bundles have two classes.
export function isTransportError(error: unknown): error is TransportError {
  return error instanceof Error && error.name === 'TransportError';
}
