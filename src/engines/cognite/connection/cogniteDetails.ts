import type { DetailField, SecretField } from '../../../domain/connection.ts';
import { problemOfScope, problemOfTenant } from './microsoftScope.ts';
import { problemOfTokenUrl } from './problemOfTokenUrl.ts';

type Details = Readonly<Record<string, string>>;

/** The ways to sign in; the first is the default. */
const signIns = ['token', 'clientCredentials', 'microsoft'] as const;
export type SignInKind = (typeof signIns)[number];

export function signInKind(details: Details): SignInKind {
  return signIns.find((kind) => kind === details['signIn']) ?? 'token';
}

const withCredentials = (details: Details) => signInKind(details) === 'clientCredentials';
const withMicrosoft = (details: Details) => signInKind(details) === 'microsoft';

export const cogniteDetails: readonly DetailField[] = [
  {
    key: 'project',
    label: 'Project',
    help: 'The CDF project, as it stands in the address of Fusion: fusion.cognite.com/PROJECT.',
  },
  {
    key: 'signIn',
    label: 'Sign-in',
    help: 'How to get an access token for the project.',
    choices: [
      { value: 'token', label: 'Access token' },
      { value: 'clientCredentials', label: 'Client credentials' },
      { value: 'microsoft', label: 'Microsoft account' },
    ],
  },
  {
    key: 'clientId',
    label: 'Client ID',
    help: 'The id of the application that signs in (IDP_CLIENT_ID in a .env of the CDF toolkit).',
    when: withCredentials,
  },
  {
    key: 'tokenUrl',
    label: 'Token URL',
    help: 'Where tokens are issued (IDP_TOKEN_URL); with Entra ID it ends in /oauth2/v2.0/token.',
    when: withCredentials,
    problem: problemOfTokenUrl,
  },
  {
    key: 'tenant',
    label: 'Tenant',
    help: 'The id or domain of the Entra ID tenant, where it is not the one of your account.',
    optional: true,
    when: withMicrosoft,
    problem: problemOfTenant,
  },
  {
    key: 'scope',
    label: 'Scope',
    help: 'The scopes to ask for, separated by spaces. Entra ID needs CLUSTER/.default, the default.',
    optional: true,
    when: (details) => withCredentials(details) || withMicrosoft(details),
    problem: (scope, { url, details }) =>
      withMicrosoft(details) ? problemOfScope(scope, url) : undefined,
  },
  {
    key: 'audience',
    label: 'Audience',
    help: 'The audience to ask for, where the identity provider wants one (IDP_AUDIENCE).',
    optional: true,
    when: withCredentials,
  },
];

export const cogniteSecret: SecretField = {
  label: 'Access token or client secret',
  help: 'The token itself, or with client credentials the secret of the application.',
  when: (details) => !withMicrosoft(details),
};
