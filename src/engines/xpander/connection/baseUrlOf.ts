import { parseAddress } from '../../../domain/address.ts';
import type { Connection } from '../../../domain/connection.ts';
import { EngineError } from '../../../domain/engineError.ts';
import { encodeText } from '../../../http/path.ts';

/** The vendor's cloud address that accepts updates. */
export const cloudUrl = 'https://inbound.xpander.ai';

// Hosts of another API, which cannot update a task, or of web pages.
const otherHosts = ['api.xpander.ai', 'app.xpander.ai', 'platform.xpander.ai', 'docs.xpander.ai'];

/**
 * The base URL for request paths. A self-hosted agent controller needs the organization's id before
 * every path (get_full_url in the vendor's SDK). Throws EngineError where the address cannot work.
 */
export function baseUrlOf({ url, details }: Pick<Connection, 'url' | 'details'>): string {
  const address = parseAddress(url.trim());
  if (address === undefined) throw invalid(`"${url}" is not an http or https URL.`);
  if (address.username !== '' || address.password !== '') {
    throw invalid('The URL must not hold a user name or a password.');
  }
  if (otherHosts.includes(address.hostname)) {
    const message = `Tasks cannot be updated through ${address.hostname}: use ${cloudUrl}, or your own agent controller's address.`;
    throw new EngineError('unsupported', message, { nothingApplied: true });
  }
  const path = address.pathname.replace(/(?<!\/)\/+$/, '').replace(/\/v1$/, '');
  const base = `${address.origin}${path}`;
  if (!isAgentController(address)) return base;
  const organization = details['organization']?.trim() ?? '';
  if (organization === '') {
    throw invalid('A self-hosted agent controller needs the organization: add its id.');
  }
  const prefix = `/${encodeText(organization)}`;
  return path.endsWith(prefix) ? base : `${base}${prefix}`;
}

// Recognizes an agent controller by host, port or first path segment, as SDK 2.0.537 does; older
// SDKs searched the whole address for the words.
function isAgentController(address: URL): boolean {
  const [, first = ''] = address.pathname.split('/');
  return (
    address.hostname.includes('agent-controller') ||
    address.port === '9016' ||
    first.toLowerCase() === 'agent-controller'
  );
}

function invalid(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
