import { EngineError } from '../../../domain/engineError.ts';

/** The parts of a project's API address. */
export interface CogniteAddress {
  /** The cluster's URL without a trailing slash, with any prefix before /api. */
  readonly baseUrl: string;
  /** The project in a pasted address; the connection's own project overrides it. */
  readonly project?: string;
}

/**
 * Accepts the cluster alone, with /api/v1, or the whole address of a project. Throws
 * EngineError('invalid') with one sentence on what to enter instead.
 */
export function cogniteAddress(url: string): CogniteAddress {
  const text = url.trim();
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw invalid(`"${url}" is not an http or https URL.`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw invalid('The URL must not hold a user name or a password.');
  }
  if (/(^|\.)fusion\.cognite\.com$/i.test(parsed.hostname)) throw invalid(fusionText(parsed));
  const path = withoutEndSlashes(parsed.pathname);
  const [, prefix = '', rest = ''] =
    /^(.*?)(?:\/api(?:\/v1(?:\/projects(?:\/([^/]+).*)?)?)?)?$/s.exec(path) ?? [];
  const baseUrl = parsed.origin + withoutEndSlashes(prefix);
  const project = decode(rest);
  return project === '' ? { baseUrl } : { baseUrl, project };
}

/**
 * The web app's address contains the cluster in its query. We must not send a secret to the web
 * app.
 */
function fusionText(url: URL): string {
  const cluster = url.searchParams.get('cluster');
  const named = cluster !== null && /^[\w.-]+$/.test(cluster) ? cluster : 'CLUSTER.cognitedata.com';
  return `This is the address of the Fusion web app: enter the cluster's, https://${named}.`;
}

function withoutEndSlashes(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not encoded, although it has a percent sign: take the segment unchanged.
    return segment;
  }
}

function invalid(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
