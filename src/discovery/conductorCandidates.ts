import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { isLoopback, parseAddress } from '../domain/address.ts';
import { compact } from './candidate.ts';
import type { Candidate, Values } from './candidate.ts';

/**
 * Reads CONDUCTOR_SERVER_URL, CONDUCTOR_AUTH_KEY, CONDUCTOR_AUTH_SECRET and CONDUCTOR_AUTH_TOKEN,
 * which the SDKs and the CLI use.
 */
export function fromConductorEnvironment(env: Values, source: string): readonly Candidate[] {
  return candidates(
    {
      server: env['CONDUCTOR_SERVER_URL'],
      key: env['CONDUCTOR_AUTH_KEY'],
      secret: env['CONDUCTOR_AUTH_SECRET'],
      token: env['CONDUCTOR_AUTH_TOKEN'],
    },
    source,
  );
}

/**
 * Reads conductor-cli's config.yaml; its keys are listed in conductor-oss/conductor-cli,
 * cmd/config.go.
 */
export function fromConductorCli(text: string, source: string): readonly Candidate[] {
  // In this schema every value is a text: a key of digits keeps its digits.
  const config = load(text, { schema: FAILSAFE_SCHEMA });
  if (typeof config !== 'object' || config === null) return [];
  const values = new Map<string, unknown>(Object.entries(config));
  const textOf = (key: string) => {
    const value = values.get(key);
    return typeof value === 'string' && !/^(null|~)$/i.test(value) ? value : undefined;
  };
  return candidates(
    {
      server: textOf('server'),
      key: textOf('auth-key'),
      secret: textOf('auth-secret'),
      token: textOf('auth-token'),
    },
    source,
  );
}

function candidates(
  given: { readonly server?: string | undefined } & Values,
  source: string,
): readonly Candidate[] {
  const { server: typed, key, secret, token } = compact(given);
  if (typed === undefined) return [];
  const server = withScheme(typed);
  return [
    {
      source,
      connection: {
        name: hostOf(server),
        engine: 'conductor',
        url: server,
        details: compact({ keyId: key }),
      },
      ...(secret === undefined ? {} : { secret }),
      ...(token !== undefined && key === undefined
        ? {
            problem:
              'It signs in with a token, which expires soon: a key and its secret are needed.',
          }
        : {}),
    },
  ];
}

/** A server on this machine rarely has a certificate, and another one should. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) return typed;
  const local = parseAddress(`http://${typed}`);
  return local !== undefined && isLoopback(local) ? `http://${typed}` : `https://${typed}`;
}

function hostOf(url: string): string {
  return parseAddress(url)?.host || url;
}
