import { EngineError, isEngineError } from '../domain/engineError.ts';

/** Where access tokens come from. */
export interface SignIn {
  /** A token for the next request. Throws EngineError, always before anything was sent. */
  token(): Promise<string>;
  /**
   * Called when the server refused a token: forgets it. True where asking for a token again may
   * bring another one.
   */
  refused(token: string): boolean;
}

/** The sign-in failed, so the request that needed it was never sent. */
export function signInFailure(message: string, cause?: unknown): EngineError {
  const details = { nothingApplied: true, cause };
  if (!isEngineError(cause)) return new EngineError('auth', message, details);
  const { kind, status, retryAfterMs } = cause;
  return new EngineError(kind, message, {
    ...details,
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
