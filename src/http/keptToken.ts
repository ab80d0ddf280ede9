import { type SignIn, signInFailure } from './signIn.ts';

/** A token as a server granted it. */
export interface Granted {
  readonly token: string;
  /** Counted from the request for the token. */
  readonly lifetimeMs: number;
}

export interface KeptTokenDeps {
  readonly secret: () => Promise<string | undefined>;
  /** The message if no secret was entered. */
  readonly missing: string;
  /** Asks the server for a token. Throws EngineError of the sign-in, nothing else was sent. */
  readonly ask: (secret: string) => Promise<Granted>;
  /** The part of its lifetime after which a token is renewed, and the least time before its end. */
  readonly renewAt: { readonly part: number; readonly beforeEndMs: number };
  readonly now: () => number;
}

interface Kept {
  readonly token: string;
  readonly secret: string;
  readonly renewAt: number;
}

/** One token for all requests until shortly before its end, and one token request at a time. */
export function keptToken(deps: KeptTokenDeps): SignIn {
  let kept: Kept | undefined;
  let asking: Promise<Kept> | undefined;

  async function ask(secret: string): Promise<Kept> {
    const started = deps.now();
    const { token, lifetimeMs } = await deps.ask(secret);
    const { part, beforeEndMs } = deps.renewAt;
    const early = Math.min(beforeEndMs, lifetimeMs / 2);
    return { token, secret, renewAt: started + Math.min(lifetimeMs * part, lifetimeMs - early) };
  }

  return {
    async token() {
      const secret = await deps.secret();
      if (secret === undefined || secret === '') throw signInFailure(deps.missing);
      if (kept?.secret === secret && deps.now() < kept.renewAt) return kept.token;
      asking ??= ask(secret).finally(() => (asking = undefined));
      kept = await asking;
      return kept.token;
    },
    refused(token) {
      if (kept?.token === token) kept = undefined;
      return true;
    },
  };
}
