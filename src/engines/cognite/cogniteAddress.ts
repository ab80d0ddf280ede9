import { EngineError } from '../../domain/engineError.ts';

/** Where a project's API lives. */
export interface CogniteAddress {
  /** Absolute, no trailing slash: the cluster, with whatever prefix stands before /api. */
  readonly baseUrl: string;
  /** The project that a pasted address names; the connection's own project wins over it. */
  readonly project?: string;
}

/**
 * Reads the address as a person gives it: the cluster alone, with /api/v1, or the whole address of
 * a project. Throws EngineError('invalid') with one sentence on what to enter instead.
 */
export function cogniteAddress(url: string): CogniteAddress {
  const text = url.trim();
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw refused(`"${url}" is not an http or https URL.`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw refused('The URL must not hold a user name or a password.');
  }
  if (/(^|\.)fusion\.cognite\.com$/i.test(parsed.hostname)) throw refused(fusionText(parsed));
  const [, prefix = '', rest = ''] =
    /^(.*?)(?:\/api(?:\/v1(?:\/projects(?:\/([^/]+).*)?)?)?)?\/*$/.exec(parsed.pathname) ?? [];
  const baseUrl = parsed.origin + prefix.replace(/\/+$/, '');
  const project = decode(rest);
  return project === '' ? { baseUrl } : { baseUrl, project };
}

/** The web app's address names the cluster in its query; a secret must not go to the web app. */
function fusionText(url: URL): string {
  const cluster = url.searchParams.get('cluster');
  const named = cluster !== null && /^[\w.-]+$/.test(cluster) ? cluster : 'CLUSTER.cognitedata.com';
  return `This is the address of the Fusion web app: enter the cluster's, https://${named}.`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: the segment stands for itself.
    return segment;
  }
}

function refused(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
