import { JSON_SCHEMA, load } from 'js-yaml';
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
  const config = load(text, { schema: JSON_SCHEMA });
  if (typeof config !== 'object' || config === null) return [];
  const values = new Map<string, unknown>(Object.entries(config));
  const textOf = (key: string) => {
    const value = values.get(key);
    return typeof value === 'string' ? value : undefined;
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
  const { server, key, secret, token } = compact(given);
  if (server === undefined) return [];
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

function hostOf(url: string): string {
  return (URL.canParse(url) && new URL(url).host) || url;
}
