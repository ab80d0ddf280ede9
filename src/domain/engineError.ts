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
   * True only where it is proven that the server did nothing: the connection was refused, 429,
   * 401, or a refusal (400, 403, 404, 405, 409, 413, 422). A send may be repeated or declared
   * not applied only then.
   */
  readonly nothingApplied: boolean;
  readonly cause?: unknown;
}

/** What failed when an engine was asked. `message` holds the server's own reason, redacted. */
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

// By name: each bundle of the extension has a class of its own.
function isOurs(error: unknown): error is EngineError {
  return error instanceof Error && error.name === 'EngineError';
}

/** For how long the server asked not to be asked again; 0 where it did not. */
export function retryAfterMsOf(error: unknown): number {
  return (isEngineError(error) ? error.retryAfterMs : undefined) ?? 0;
}

/** Cancelled is not failed: an abort is passed on, never reported. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}
