import type { Connection } from '../../domain/connection.ts';
import { identifyingDetails } from './link.ts';
import type { LinkedConnection, LinkedServer } from './link.ts';

/** The connection for a link. For the demo, the id is enough. */
export function toLinkedConnection(connection: Connection, isDemo: boolean): LinkedConnection {
  const { id, engine, url, details } = connection;
  if (isDemo) return { id };
  const kept = identifyingDetails.flatMap((key) => {
    const value = details[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { id, server: { engine, url: addressOf(url), details: Object.fromEntries(kept) } };
}

/**
 * The person's connections that a link may mean: the one with its id if it has the same server,
 * else all with that server.
 */
export function linkedConnections(
  { id, server }: LinkedConnection,
  connections: readonly Connection[],
): readonly Connection[] {
  const isThere = (connection: Connection) => server === undefined || leadsTo(connection, server);
  const byId = connections.find((connection) => connection.id === id);
  if (byId !== undefined && isThere(byId)) return [byId];
  return server === undefined ? [] : connections.filter(isThere);
}

/** Why no connection fits a link, as a sentence. */
export function missingConnection({ server }: LinkedConnection): string {
  if (server === undefined) {
    return 'The link was not opened: it leads to a connection that is not here. Start the demo if it came from there.';
  }
  const details = Object.values(server.details).map((value) => ` (${value})`);
  return `The link was not opened: no connection leads to ${addressOf(server.url)}${details.join('')}. Add it first, if you trust it.`;
}

function leadsTo(connection: Connection, server: LinkedServer): boolean {
  return (
    connection.engine === server.engine &&
    addressOf(connection.url) === addressOf(server.url) &&
    identifyingDetails.every((key) => connection.details[key] === server.details[key])
  );
}

/** The address without parts that people write differently: a trailing slash, /api, upper case. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/(?<!\/)\/+$/, '').replace(/\/api$/, '');
}
