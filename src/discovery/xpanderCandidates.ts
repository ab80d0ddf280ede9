import { parse } from 'ini';
import { compact } from './candidate.ts';
import type { Candidate, Values } from './candidate.ts';

const cloudUrl = 'https://inbound.xpander.ai';

/** Reads XPANDER_API_KEY, XPANDER_ORGANIZATION_ID and XPANDER_BASE_URL, which the SDK uses. */
export function fromXpanderEnvironment(env: Values, source: string): readonly Candidate[] {
  const values = compact(env);
  return candidates(
    {
      key: values['XPANDER_API_KEY'] ?? values['XPANDER_CLI_API_KEY'],
      organization: values['XPANDER_ORGANIZATION_ID'],
      base: values['XPANDER_BASE_URL'],
    },
    'xpander.ai',
    source,
  );
}

/** Reads ~/.xpander/credentials as the vendor's CLI writes it: one section for each profile. */
export function fromXpanderCredentials(text: string, source: string): readonly Candidate[] {
  return sectionsOf(parse(text)).flatMap(({ name, values }) =>
    candidates(
      {
        key: textOf(values.get('xpander_api_key')),
        organization: textOf(values.get('xpander_organization_id')),
      },
      `xpander.ai (${name})`,
      `${source}, profile ${name}`,
    ),
  );
}

interface Section {
  readonly name: string;
  readonly values: ReadonlyMap<string, unknown>;
}

/** The parser reads `[team.prod]` as a section `prod` inside `team`: this takes them apart again. */
function sectionsOf(parent: object, path: readonly string[] = []): readonly Section[] {
  return Object.entries(parent).flatMap(([key, section]: [string, unknown]) => {
    if (typeof section !== 'object' || section === null) return [];
    const names = [...path, key];
    const values = new Map<string, unknown>(Object.entries(section));
    return [{ name: names.join('.'), values }, ...sectionsOf(section, names)];
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function candidates(given: Values, name: string, source: string): readonly Candidate[] {
  const { key, organization, base } = compact(given);
  if (key === undefined) return [];
  // The SDK adds https:// to an address without a scheme, so we do too.
  const url = base === undefined || /^https?:\/\//i.test(base) ? base : `https://${base}`;
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
