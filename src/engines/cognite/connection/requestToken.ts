import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { EngineError } from '../../../domain/engineError.ts';
import { isJsonObject, type Json } from '../../../domain/json.ts';
import type { Explanation } from '../../../http/answerError.ts';
import type { HttpAnswer, HttpRequest } from '../../../http/httpRequest.ts';
import { parseAnswer, readRecord } from '../../readRecords.ts';
import { problemOfTokenUrl } from './problemOfTokenUrl.ts';

export interface TokenRequest {
  /** Absolute URL; https, or http on this machine. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | undefined;
  readonly audience: string | undefined;
}

export interface TokenRecord {
  readonly accessToken: string;
  readonly lifetimeMs: number;
}

const tokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  // Seconds; some servers send text. Most servers grant an hour.
  expires_in: orElse(z.coerce.number(), 3600),
});

/**
 * The token request of RFC 6749, 4.4, with the credentials in the body and without a Basic header,
 * as Cognite's own clients send it. Idempotent.
 */
export function requestToken(request: TokenRequest): HttpRequest<TokenRecord> {
  const url = checkedTokenUrl(request.tokenUrl);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: request.clientId,
    client_secret: request.clientSecret,
    ...(request.scope === undefined ? {} : { scope: request.scope }),
    ...(request.audience === undefined ? {} : { audience: request.audience }),
  });
  return {
    method: 'POST',
    path: url.pathname.slice(1) + url.search,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: { kind: 'text', text: form.toString() },
    idempotent: true,
    parse: parseToken,
  };
}

/**
 * Throws EngineError('invalid') where the token URL has a problem. No trimming: the address that is
 * checked is the address that is used.
 */
export function checkedTokenUrl(text: string): URL {
  const problem = problemOfTokenUrl(text);
  if (problem === undefined) return new URL(text);
  throw new EngineError('invalid', problem, { nothingApplied: true });
}

/**
 * Reads {error, error_description} of RFC 6749, 5.2. Every such error means that the sign-in
 * failed.
 */
export function explainToken(body: Json, status: number): Explanation {
  if (!isJsonObject(body)) return {};
  const words = [body['error'], body['error_description']].filter((w) => typeof w === 'string');
  const reason = words.length === 0 ? {} : { reason: words.join(': ') };
  return status === 400 || status === 401 || status === 403 ? { ...reason, kind: 'auth' } : reason;
}

function parseToken(answer: HttpAnswer): TokenRecord {
  const record = readRecord(tokenAnswer, parseAnswer(answer));
  const { access_token: accessToken, expires_in: seconds } = record;
  const isSpan = Number.isFinite(seconds) && seconds > 0;
  return { accessToken, lifetimeMs: (isSpan ? seconds : 3600) * 1000 };
}
