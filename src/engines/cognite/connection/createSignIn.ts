import { EngineError } from '../../../domain/engineError.ts';
import { createSend } from '../../../http/createSend.ts';
import { signInKind } from './cogniteDetails.ts';
import { type CogniteServices, sendOptions } from './cogniteServices.ts';
import type { SignIn } from '../../../http/signIn.ts';
import { defaultScope, problemOfScope, problemOfTenant } from './microsoftScope.ts';
import { signInWithCredentials } from './signInWithCredentials.ts';
import { signInWithMicrosoft } from './signInWithMicrosoft.ts';
import { signInWithToken } from './signInWithToken.ts';
import { checkedTokenUrl, explainToken } from './requestToken.ts';

/**
 * The sign-in that the connection's details choose. `cluster` is its base URL; the send options
 * remove all `secrets` from messages.
 */
export function createSignIn(
  deps: CogniteServices,
  cluster: string,
  secrets: ReadonlySet<string>,
): SignIn {
  const { details } = deps.connection;
  const kind = signInKind(details);
  switch (kind) {
    case 'token':
      return signInWithToken(deps.secret);
    case 'microsoft':
      return createMicrosoft(deps, cluster);
    case 'clientCredentials':
      return createCredentials(deps, cluster, secrets);
  }
}

function createMicrosoft({ connection, microsoftToken }: CogniteServices, cluster: string): SignIn {
  const scope = given(connection.details, 'scope') ?? defaultScope(cluster);
  const tenant = given(connection.details, 'tenant');
  const problem =
    problemOfScope(scope, cluster) ?? (tenant === undefined ? undefined : problemOfTenant(tenant));
  if (problem !== undefined) throw new EngineError('invalid', problem, { nothingApplied: true });
  return signInWithMicrosoft({ scope, tenant }, microsoftToken);
}

function createCredentials(
  deps: CogniteServices,
  cluster: string,
  secrets: ReadonlySet<string>,
): SignIn {
  const { details } = deps.connection;
  const tokenUrl = checkedTokenUrl(demanded(details, 'tokenUrl', 'the token URL'));
  const isEntra = tokenUrl.hostname === 'login.microsoftonline.com';
  const send = createSend({
    ...sendOptions(deps),
    baseUrl: tokenUrl.origin,
    explain: explainToken,
    secrets,
  });
  const scope = given(details, 'scope') ?? (isEntra ? defaultScope(cluster) : undefined);
  const settings = {
    tokenUrl: tokenUrl.href,
    clientId: demanded(details, 'clientId', 'the client ID'),
    scope,
    audience: given(details, 'audience'),
  };
  return signInWithCredentials({
    settings,
    secret: deps.secret,
    send,
    now: () => deps.clock.now(),
  });
}

function given(details: Readonly<Record<string, string>>, key: string): string | undefined {
  const value = details[key]?.trim();
  return value === '' ? undefined : value;
}

function demanded(details: Readonly<Record<string, string>>, key: string, what: string): string {
  const value = given(details, key);
  if (value !== undefined) return value;
  throw new EngineError('invalid', `The connection lacks ${what}.`, { nothingApplied: true });
}
