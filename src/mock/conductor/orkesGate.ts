import type { MockClock } from '../clock.ts';
import { isObject, parseJson, printJson } from '../json.ts';

/** The settings of an Orkes server. */
export interface OrkesOptions {
  /** The secrets of the access keys, by key id. */
  readonly keys: Readonly<Record<string, string>>;
  /** The lifetime of a token; 45 minutes by default, as the vendor's SDKs assume. */
  readonly tokenLifetimeMs?: number;
}

/** Orkes' sign-in, which checks every request to the API. */
export interface OrkesGate {
  /** The answer to a token request, or a rejection; undefined where the request may continue. */
  stop(request: Request): Promise<Response | undefined>;
  /** The user of the request's token: an application, named by its key. */
  callerOf(request: Request): string | undefined;
  /** Revokes every token. */
  reset(): void;
}

const tokenPath = '/api/token';
const defaultLifetimeMs = 45 * 60_000;

export function createOrkesGate(clock: MockClock, options: OrkesOptions): OrkesGate {
  /** The key and the expiry time of each token, in epoch milliseconds. */
  const tokens = new Map<string, { readonly keyId: string; readonly ends: number }>();
  const lifetimeMs = options.tokenLifetimeMs ?? defaultLifetimeMs;

  async function issue(request: Request): Promise<Response> {
    const { keyId, keySecret } = readKey(await request.text());
    const isKnown = Object.hasOwn(options.keys, keyId) && options.keys[keyId] === keySecret;
    if (!isKnown) return refusal(clock, 'INVALID_CREDENTIALS', 'Invalid key id or key secret');
    const ends = clock.now() + lifetimeMs;
    const token = tokenText(keyId, clock.now(), ends, tokens.size);
    tokens.set(token, { keyId, ends });
    return answer(200, { token });
  }

  return {
    async stop(request) {
      const { pathname } = new URL(request.url);
      if (pathname === tokenPath && request.method === 'POST') return await issue(request.clone());
      if (!pathname.startsWith('/api/')) return undefined;
      const token = request.headers.get('x-authorization') ?? '';
      if (token === '') return refusal(clock, 'INVALID_TOKEN', 'Token cannot be null or empty');
      const known = tokens.get(token);
      if (known === undefined) return refusal(clock, 'INVALID_TOKEN', 'Invalid token');
      if (known.ends <= clock.now())
        return refusal(clock, 'EXPIRED_TOKEN', 'The token has expired');
      return undefined;
    },
    callerOf(request) {
      const known = tokens.get(request.headers.get('x-authorization') ?? '');
      return known && `app:${known.keyId}`;
    },
    reset: () => tokens.clear(),
  };
}

function readKey(body: string): { readonly keyId: string; readonly keySecret: string } {
  const value = parseOrUndefined(body);
  const text = (key: string) => {
    const found = isObject(value) ? value[key] : undefined;
    return typeof found === 'string' ? found : '';
  };
  return { keyId: text('keyId'), keySecret: text('keySecret') };
}

function parseOrUndefined(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    // Not JSON, so it contains no key.
    return undefined;
  }
}

/** Resembles the JSON web token of the real server; nobody checks its signature. */
function tokenText(keyId: string, now: number, ends: number, count: number): string {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const claims = { sub: `app:${keyId}`, iat: seconds(now), exp: seconds(ends), jti: `t${count}` };
  return [{ alg: 'HS512' }, claims, { mock: true }].map(base64Url).join('.');
}

function base64Url(value: object): string {
  const bytes = new TextEncoder().encode(printJson(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

function refusal(clock: MockClock, error: string, message: string): Response {
  return answer(401, { message, error, timestamp: clock.now() });
}

function answer(status: number, value: object): Response {
  return new Response(printJson(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}
