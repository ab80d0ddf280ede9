import { EngineError, isEngineError } from '../../domain/engineError.ts';
import { redact } from '../../http/redact.ts';
import type { HttpRequest, Send } from '../../http/request.ts';
import type { SignIn } from './signIn.ts';

/**
 * Sends with a token. After a 401 a new token is asked for and the request is sent once more, an
 * update as well: a 401 proves that nothing was applied.
 */
export function signedSend(send: Send, signIn: SignIn): Send {
  return async (request, signal) => {
    signal.throwIfAborted();
    const token = await signIn.token();
    try {
      return await send(withToken(request, token), signal);
    } catch (error) {
      if (!isEngineError(error)) throw error;
      const failure = withoutToken(error, token);
      if (error.status !== 401 || !signIn.refused(token)) throw failure;
      const next = await signIn.token();
      if (next === token) throw failure;
      return await sendAgain(request, next, signal);
    }
  };

  async function sendAgain<T>(request: HttpRequest<T>, token: string, signal: AbortSignal) {
    try {
      return await send(withToken(request, token), signal);
    } catch (error) {
      throw isEngineError(error) ? withoutToken(error, token) : error;
    }
  }
}

function withToken<T>(request: HttpRequest<T>, token: string): HttpRequest<T> {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** A server that echoes what it was sent must not bring the token into a message. */
function withoutToken(error: EngineError, token: string): EngineError {
  const message = redact(error.message, [token]);
  if (message === error.message) return error;
  return new EngineError(error.kind, message, {
    nothingApplied: error.nothingApplied,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}
