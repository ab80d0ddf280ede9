import { parse } from 'dotenv';
import { compact } from './candidate.ts';
import type { Candidate, Found, Values } from './candidate.ts';
import { resolveReferences } from './resolveReferences.ts';

/** Reads a .env file of the CDF toolkit. Its values may refer to each other and to `env`. */
export function fromToolkitEnv(text: string, source: string, env: Values): Found {
  // From each blank line, the parser looks through all that follow: many would take minutes.
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const { values, unresolved } = resolveReferences(parse(lines.join('\n')), env);
  const problems = unresolved
    .filter(([name]) => /^(CDF|COGNITE|IDP|LOGIN)_/.test(name))
    .map(
      ([name, missing]) =>
        `${name} of ${source} is left out: it refers to ${missing}, which is not set.`,
    );
  return { candidates: fromCogniteEnvironment(values, source), problems };
}

/** Reads the toolkit's variables (CDF_…, IDP_…) or those of the SDK's own tests (COGNITE_…). */
export function fromCogniteEnvironment(env: Values, source: string): readonly Candidate[] {
  const values = compact(env);
  const url = urlOf(values);
  const project = values['CDF_PROJECT'] ?? values['COGNITE_PROJECT'];
  if (url === undefined || project === undefined) return [];
  const signIn = signInOf(values);
  const secret = secretOf(values, signIn);
  const details = compact({ project, signIn, ...(signIn === 'token' ? {} : idpDetails(values)) });
  return [
    {
      source,
      connection: { name: project, engine: 'cognite', url, details },
      ...secret,
    },
  ];
}

type SignIn = 'token' | 'clientCredentials' | 'microsoft';

function urlOf(values: Values): string | undefined {
  const cluster = values['CDF_CLUSTER'];
  const ofCluster = cluster === undefined ? undefined : `https://${cluster}.cognitedata.com`;
  return values['CDF_URL'] ?? values['COGNITE_BASE_URL'] ?? ofCluster;
}

function secretOf(values: Values, signIn: SignIn): Pick<Candidate, 'secret' | 'problem'> {
  if (signIn === 'microsoft') return {};
  const ofClient = values['IDP_CLIENT_SECRET'] ?? values['COGNITE_CLIENT_SECRET'];
  const secret = signIn === 'token' ? values['CDF_TOKEN'] : ofClient;
  return secret === undefined
    ? { problem: 'The secret was not found: you will be asked for it.' }
    : { secret };
}

function signInOf(values: Values): SignIn {
  switch (values['LOGIN_FLOW']?.toLowerCase()) {
    case 'token':
      return 'token';
    case 'interactive':
    case 'device_code':
      return 'microsoft';
    default:
      return values['CDF_TOKEN'] === undefined ? 'clientCredentials' : 'token';
  }
}

function idpDetails(values: Values): Values {
  const tenant = values['IDP_TENANT_ID'];
  const entraUrl =
    tenant === undefined
      ? undefined
      : `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
  // Both variables separate scopes by commas; a token request needs spaces.
  const scopes = values['IDP_SCOPES'] ?? values['COGNITE_TOKEN_SCOPES'];
  return {
    clientId: values['IDP_CLIENT_ID'] ?? values['COGNITE_CLIENT_ID'],
    tokenUrl: values['IDP_TOKEN_URL'] ?? values['COGNITE_TOKEN_URL'] ?? entraUrl,
    tenant,
    scope: scopes?.split(',').join(' '),
    audience: values['IDP_AUDIENCE'],
  };
}
