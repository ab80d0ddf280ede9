import { parse } from 'ini';
import { compact } from './candidate.ts';
import type { Candidate, Values } from './candidate.ts';

const cloudUrl = 'https://inbound.xpander.ai';

/** Reads XPANDER_API_KEY, XPANDER_ORGANIZATION_ID and XPANDER_BASE_URL, which the SDK uses. */
export function fromXpanderEnvironment(env: Values, source: string): readonly Candidate[] {
  return candidates(
    {
      key: env['XPANDER_API_KEY'] ?? env['XPANDER_CLI_API_KEY'],
      organization: env['XPANDER_ORGANIZATION_ID'],
      base: env['XPANDER_BASE_URL'],
    },
    'xpander.ai',
    source,
  );
}

/** Reads ~/.xpander/credentials as the vendor's CLI writes it: one section for each profile. */
export function fromXpanderCredentials(text: string, source: string): readonly Candidate[] {
  return Object.entries(parse(text)).flatMap(([profile, section]: [string, unknown]) => {
    if (typeof section !== 'object' || section === null) return [];
    const values = new Map<string, unknown>(Object.entries(section));
    return candidates(
      {
        key: textOf(values.get('xpander_api_key')),
        organization: textOf(values.get('xpander_organization_id')),
      },
      `xpander.ai (${profile})`,
      `${source}, profile ${profile}`,
    );
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function candidates(given: Values, name: string, source: string): readonly Candidate[] {
  const { key, organization, base } = compact(given);
  if (key === undefined) return [];
  // The SDK adds https:// to an address without a scheme, so we do too.
  const url = base === undefined || /^https?:\/\//.test(base) ? base : `https://${base}`;
  return [
    {
      source,
      connection: {
        name,
        engine: 'xpander',
        url: url ?? cloudUrl,
        details: compact({ organization }),
      },
      secret: key,
    },
  ];
}
