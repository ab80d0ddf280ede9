import type { JsonObject } from '../json.ts';
import type { CogniteSettings } from './cogniteSettings.ts';
import type { Tokens } from './tokens.ts';

/** The mock's token endpoint for client credentials, in place of an identity provider. */
export const tokenPath = '/oauth2/token';

/** RFC 6749, 4.4, with the credentials in the body. Errors have OAuth's shape, not the API's. */
export function issueToken(
  form: URLSearchParams,
  settings: CogniteSettings,
  tokens: Tokens,
): { readonly status: number; readonly value: JsonObject } {
  const [id, secret] = [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 'Only client_credentials is supported.');
  }
  const { clients } = settings;
  const isKnown =
    clients === undefined
      ? id !== '' && secret !== ''
      : Object.hasOwn(clients, id) && clients[id] === secret;
  if (!isKnown) return refusal(401, 'invalid_client', 'Unknown client or wrong client secret.');
  const { token, lifetimeSeconds } = tokens.issue();
  return {
    status: 200,
    value: { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds },
  };
}

function refusal(status: number, error: string, description: string) {
  return { status, value: { error, error_description: description } };
}

/** The answer of GET /api/v1/token/inspect. @throws {ApiError} 401 */
export function inspectToken(
  authorization: string | null,
  tokens: Tokens,
  projects: readonly string[],
): JsonObject {
  const { grant } = tokens.grantOf(authorization);
  const names = grant.projects ?? projects;
  return {
    subject: 'mock-subject',
    projects: names.map((projectUrlName) => ({ projectUrlName, groups: [1] })),
    capabilities: [
      {
        workflowOrchestrationAcl: { actions: [...grant.actions], scope: { all: {} } },
        projectScope: { projects: [...names] },
      },
      ...(grant.sessions === false ? [] : [sessionsOf(names)]),
    ],
  };
}

function sessionsOf(names: readonly string[]): JsonObject {
  return {
    sessionsAcl: { actions: ['CREATE'], scope: { all: {} } },
    projectScope: { projects: [...names] },
  };
}
