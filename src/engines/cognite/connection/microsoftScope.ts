import { parseAddress, problemOfAddress } from '../../../domain/address.ts';

// They say who signs in. A token for these alone is one for Microsoft Graph.
const identityScopes = ['openid', 'profile', 'email', 'offline_access'];

/** The scope that Entra ID requires for a cluster. */
export function defaultScope(cluster: string): string {
  return `${new URL(cluster).origin}/.default`;
}

/** The scopes of a detail, which are separated by spaces. */
export function scopesOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/**
 * Why no token for these scopes may be sent to the cluster, in one sentence; undefined when it may.
 * The editor gives us a token for any server: one for another must not get to this address.
 */
export function problemOfScope(text: string, cluster: string): string | undefined {
  const address = parseAddress(cluster);
  // The address has a problem of its own, which comes first.
  if (address === undefined) return undefined;
  const scopes = scopesOf(text).filter((scope) => !identityScopes.includes(scope));
  const isOwn = scopes.length > 0 && scopes.every((scope) => belongsTo(scope, address));
  if (isOwn) return undefined;
  const { origin } = address;
  return `The scope must belong to the address ${origin}, where its token is sent: leave the scope empty, or enter one that begins with ${origin}/.`;
}

/** Undefined when the tenant can be used. VS Code reads a space as the end of a scope. */
export function problemOfTenant(tenant: string): string | undefined {
  return /^[\w.-]+$/.test(tenant) ? undefined : 'The tenant must be an id or a domain.';
}

// A private link (NAME.plink.CLUSTER) needs a token for the cluster that it leads to.
function belongsTo(scope: string, { origin, host, protocol }: URL): boolean {
  if (problemOfAddress(scope) !== undefined) return false;
  const resource = parseAddress(scope);
  if (resource?.origin === origin) return true;
  const [, linked] = /^[^.]+\.plink\.(.+)$/.exec(host) ?? [];
  return resource?.protocol === protocol && resource.host === linked;
}
