import * as z from 'zod/mini';
import { isEngineError } from '../../../domain/engineError.ts';
import { keptToken } from '../../../http/keptToken.ts';
import type { HttpRequest, Send } from '../../../http/httpRequest.ts';
import { type SignIn, signInFailure } from '../../../http/signIn.ts';
import { parseAnswer, readRecord } from '../../readRecords.ts';

export interface OrkesSignInDeps {
  readonly keyId: string;
  readonly keySecret: () => Promise<string | undefined>;
  readonly send: Send;
  readonly now: () => number;
}

/** Stands for a token on an open source server, which has no sign-in. */
export const noToken = '';

// The vendor's SDKs assume that a token lasts 45 minutes and renew it after 80 % of that time.
const lifetimeMs = 45 * 60_000;
const openSourceAsksAgainMs = 24 * 60 * 60_000;

/**
 * Orkes' sign-in: POST /api/token exchanges a key and its secret for a token. A server without that
 * path is open source and needs no token.
 */
export function createOrkesSignIn({ keyId, keySecret, send, now }: OrkesSignInDeps): SignIn {
  return keptToken({
    secret: keySecret,
    now,
    missing: 'No key secret was entered for this connection.',
    renewAt: { part: 0.8, beforeEndMs: 60_000 },
    async ask(secret) {
      try {
        const token = await send(requestToken(keyId, secret), new AbortController().signal);
        return { token, lifetimeMs };
      } catch (error) {
        if (!isEngineError(error)) throw error;
        if (error.status === 404 || error.status === 405) {
          return { token: noToken, lifetimeMs: openSourceAsksAgainMs };
        }
        throw signInFailure(`Signing in with the key failed. ${error.message}`, error);
      }
    },
  });
}

const tokenAnswer = z.object({ token: z.string().check(z.minLength(1)) });

/** Idempotent: a second request only brings another token. */
function requestToken(keyId: string, keySecret: string): HttpRequest<string> {
  return {
    method: 'POST',
    path: 'token',
    body: { kind: 'json', value: { keyId, keySecret } },
    idempotent: true,
    parse: (answer) => readRecord(tokenAnswer, parseAnswer(answer)).token,
  };
}
