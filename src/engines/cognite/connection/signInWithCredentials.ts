import { isEngineError } from '../../../domain/engineError.ts';
import { keptToken } from '../../../http/keptToken.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { type SignIn, signInFailure } from '../../../http/signIn.ts';
import { requestToken, type TokenRequest } from './requestToken.ts';

export interface CredentialsDeps {
  readonly settings: Omit<TokenRequest, 'clientSecret'>;
  readonly secret: () => Promise<string | undefined>;
  /** Sends to the token URL's origin. */
  readonly send: Send;
  readonly now: () => number;
}

/** Signs in with OAuth 2 client credentials. */
export function signInWithCredentials({ settings, secret, send, now }: CredentialsDeps): SignIn {
  return keptToken({
    secret,
    now,
    missing: 'No client secret was entered for this connection at its present addresses.',
    // A token this close to its end may expire before the request arrives.
    renewAt: { part: 1, beforeEndMs: 60_000 },
    async ask(clientSecret) {
      try {
        // Several requests may wait for this token, so none of their signals may abort it.
        const request = requestToken({ ...settings, clientSecret });
        const { accessToken, lifetimeMs } = await send(request, new AbortController().signal);
        return { token: accessToken, lifetimeMs };
      } catch (error) {
        if (!isEngineError(error)) throw error;
        const host = new URL(settings.tokenUrl).host;
        throw signInFailure(`Signing in at ${host} failed. ${error.message}`, error);
      }
    },
  });
}
