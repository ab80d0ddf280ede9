export type EngineErrorKind =
  | 'auth'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'tooLarge'
  | 'rateLimited'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'badResponse'
  | 'unsupported';

export interface EngineErrorDetails {
  /** HTTP status where there was an answer. */
  readonly status?: number;
  readonly retryAfterMs?: number;
  /**
   * True only where it is proven that the server changed nothing: the connection was refused, or
   * the status is a rejection (http/rejections.ts). Only then may a send be repeated or reported as
   * not applied.
   */
  readonly nothingApplied: boolean;
  readonly cause?: unknown;
}

/** A failed call of an engine. `message` contains the server's own reason, with secrets removed. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly nothingApplied: boolean;

  constructor(kind: EngineErrorKind, message: string, details: EngineErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'EngineError';
    this.kind = kind;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.nothingApplied = details.nothingApplied;
  }
}

export function isEngineError(error: unknown, kind?: EngineErrorKind): error is EngineError {
  return isOurs(error) && (kind === undefined || error.kind === kind);
}

// Compares names, not classes: each bundle of the extension has its own copy of the class.
function isOurs(error: unknown): error is EngineError {
  return error instanceof Error && error.name === 'EngineError';
}

/** How long the server asked us to wait (Retry-After); 0 where it did not. */
export function retryAfterMsOf(error: unknown): number {
  return (isEngineError(error) ? error.retryAfterMs : undefined) ?? 0;
}

/** A cancelled call is no failure: callers pass it on and never report it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}
