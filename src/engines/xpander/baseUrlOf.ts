import type { Connection } from '../../domain/connection.ts';
import { EngineError } from '../../domain/engineError.ts';

/** The address of the vendor's own cloud, where tasks can be updated. */
export const cloudUrl = 'https://inbound.xpander.ai';

// These speak another API, in which no call updates a task, or show web pages.
const otherHosts = ['api.xpander.ai', 'app.xpander.ai', 'platform.xpander.ai', 'docs.xpander.ai'];

/**
 * The address that request paths are put behind. A self-hosted agent controller has the
 * organization's id in front of every path (get_full_url in the vendor's SDK). Throws EngineError
 * where the address cannot work.
 */
export function baseUrlOf({ url, details }: Pick<Connection, 'url' | 'details'>): string {
  const address = new URL(url.trim());
  if (otherHosts.includes(address.hostname)) {
    const message = `Tasks cannot be updated through ${address.hostname}: use ${cloudUrl}, or your own agent controller's address.`;
    throw new EngineError('unsupported', message, { nothingApplied: true });
  }
  const path = address.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  const base = `${address.origin}${path}`;
  if (!isAgentController(address)) return base;
  const organization = details['organization']?.trim() ?? '';
  if (organization === '') {
    const message = 'A self-hosted agent controller needs the organization: add its id.';
    throw new EngineError('invalid', message, { nothingApplied: true });
  }
  const prefix = `/${encodeURIComponent(organization)}`;
  return path.endsWith(prefix) ? base : `${base}${prefix}`;
}

// Host, port or first segment, as the SDK tells (version 2.0.537); older ones looked for the
// words anywhere in the address.
function isAgentController(address: URL): boolean {
  const [, first = ''] = address.pathname.split('/');
  return (
    address.hostname.includes('agent-controller') ||
    address.port === '9016' ||
    first.toLowerCase() === 'agent-controller'
  );
}
