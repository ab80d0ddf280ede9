import { EngineError, isEngineError } from '../domain/engineError.ts';
import { redact } from './redact.ts';
import type { HttpRequest, Send } from './httpRequest.ts';
import type { SignIn } from './signIn.ts';

/** The header that carries a token; none where the server wants none. */
export type TokenHeader = (token: string) => Readonly<Record<string, string>>;

export const bearer: TokenHeader = (token) => ({ authorization: `Bearer ${token}` });

/**
 * Sends with a token. After an answer that refuses the token a new one is asked for and the request
 * is sent once more, an update as well: the refusal proves that nothing was applied.
 */
export function signedSend(send: Send, signIn: SignIn, header: TokenHeader = bearer): Send {
  return async (request, signal) => {
    signal.throwIfAborted();
    const token = await signIn.token();
    try {
      return await send(withHeaders(request, header(token)), signal);
    } catch (error) {
      if (!isEngineError(error)) throw error;
      const failure = withoutToken(error, token);
      if (error.kind !== 'auth' || !signIn.refused(token)) throw failure;
      const next = await signIn.token();
      if (next === token) throw failure;
      request.onRefused?.(failure.message);
      return await sendAgain(request, next, signal);
    }
  };

  async function sendAgain<T>(request: HttpRequest<T>, token: string, signal: AbortSignal) {
    try {
      return await send(withHeaders(request, header(token)), signal);
    } catch (error) {
      throw isEngineError(error) ? withoutToken(error, token) : error;
    }
  }
}

function withHeaders<T>(
  request: HttpRequest<T>,
  headers: Readonly<Record<string, string>>,
): HttpRequest<T> {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** A server that echoes what it was sent must not bring the token into a message. */
function withoutToken(error: EngineError, token: string): EngineError {
  const message = token === '' ? error.message : redact(error.message, [token]);
  if (message === error.message) return error;
  return new EngineError(error.kind, message, {
    nothingApplied: error.nothingApplied,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}
