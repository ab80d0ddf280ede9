import type { MockClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { ApiError, unauthorized } from './apiError.ts';
import type { CogniteSettings, Grant } from './cogniteSettings.ts';

/** What a route demands of a token. */
export type Needs = 'READ' | 'WRITE' | 'SESSION';

/** The access tokens of this server. */
export interface Tokens {
  /** Issues a token for an hour, or for the lifetime in the settings. */
  issue(): { readonly token: string; readonly lifetimeSeconds: number };
  /** @throws {ApiError} 401 for a missing, unknown, expired or revoked token */
  grantOf(authorization: string | null): { readonly token: string; readonly grant: Grant };
  /** Revokes every issued token. */
  revokeIssued(): void;
}

const everything: Grant = { actions: ['READ', 'WRITE'] };
const prefix = 'mock-issued-';

export function createTokens(
  clock: MockClock,
  random: Random,
  settings: () => CogniteSettings,
): Tokens {
  /** The expiry time of each issued token. */
  const issued = new Map<string, number>();
  return {
    issue() {
      const token = prefix + random.uuid();
      const lifetimeSeconds = settings().tokenLifetimeSeconds;
      issued.set(token, clock.now() + lifetimeSeconds * 1000);
      return { token, lifetimeSeconds };
    },
    grantOf(authorization) {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
      if (token === undefined) throw unauthorized();
      if (token.startsWith(prefix)) {
        if ((issued.get(token) ?? 0) <= clock.now()) throw unauthorized();
        return { token, grant: everything };
      }
      const { tokens } = settings();
      if (tokens === undefined) return { token, grant: everything };
      const grant = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
      if (grant === undefined) throw unauthorized();
      return { token, grant };
    },
    revokeIssued: () => issued.clear(),
  };
}

/** @throws {ApiError} 401 without access to the project, 403 without the capability */
export function requireAccess(grant: Grant, project: string, action: Needs): void {
  if (grant.projects !== undefined && !grant.projects.includes(project)) throw unauthorized();
  if (action === 'SESSION') {
    if (grant.sessions !== false) return;
    throw new ApiError(403, 'Missing capability sessionsAcl:CREATE');
  }
  if (grant.actions.includes(action)) return;
  throw new ApiError(403, `Missing capability workflowOrchestrationAcl:${action}`);
}
