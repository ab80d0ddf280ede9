import type { Send } from '../../http/request.ts';
import { isEngineError } from '../../domain/engineError.ts';
import { type SignIn, signInFailure } from './signIn.ts';
import { requestToken, type TokenRecord, type TokenRequest } from './tokenEndpoint.ts';

export interface CredentialsDeps {
  readonly settings: Omit<TokenRequest, 'clientSecret'>;
  readonly secret: () => Promise<string | undefined>;
  /** Sends to the token URL's origin. */
  readonly send: Send;
  readonly now: () => number;
}

interface Held extends TokenRecord {
  readonly clientSecret: string;
  /** Epoch milliseconds; from then on a new one is asked for. */
  readonly renewAt: number;
}

// A token this close to its end may be over before the request arrives.
const earlyMs = 60_000;

/**
 * OAuth 2 client credentials: one token for all requests until shortly before its end, and one
 * token request at a time.
 */
export function signInWithCredentials(deps: CredentialsDeps): SignIn {
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;

  async function ask(clientSecret: string): Promise<Held> {
    const started = deps.now();
    const request = requestToken({ ...deps.settings, clientSecret });
    const host = new URL(deps.settings.tokenUrl).host;
    try {
      // Several requests may wait for this token, so none of them may abort it.
      const record = await deps.send(request, new AbortController().signal);
      const early = Math.min(earlyMs, record.lifetimeMs / 2);
      return { ...record, clientSecret, renewAt: started + record.lifetimeMs - early };
    } catch (error) {
      if (!isEngineError(error)) throw error;
      throw signInFailure(`Signing in at ${host} failed. ${error.message}`, error);
    }
  }

  return {
    async token() {
      const clientSecret = await deps.secret();
      if (clientSecret === undefined || clientSecret === '') {
        throw signInFailure('No client secret was entered for this connection.');
      }
      if (held?.clientSecret === clientSecret && deps.now() < held.renewAt) return held.accessToken;
      asking ??= ask(clientSecret).finally(() => (asking = undefined));
      held = await asking;
      return held.accessToken;
    },
    refused(token) {
      if (held?.accessToken === token) held = undefined;
      return true;
    },
  };
}
