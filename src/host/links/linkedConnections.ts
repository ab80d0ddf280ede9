import type { Connection } from '../../domain/connection.ts';
import { identifyingDetails } from './link.ts';
import type { LinkedConnection, LinkedServer } from './link.ts';

/** The connection as a link to it carries it; the demo goes by its id alone. */
export function toLinkedConnection(connection: Connection, isDemo: boolean): LinkedConnection {
  const { id, engine, url, details } = connection;
  if (isDemo) return { id };
  const kept = identifyingDetails.flatMap((key) => {
    const value = details[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { id, server: { engine, url: placeOf(url), details: Object.fromEntries(kept) } };
}

/**
 * The person's own connections that a link can mean: the one with its id, where that leads to the
 * same server, else all that do.
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

/** Why a link's connection was not found, in one sentence. */
export function missingConnection({ server }: LinkedConnection): string {
  if (server === undefined) {
    return 'The link was not opened: it leads to a connection that is not here. Start the demo if it came from there.';
  }
  const details = Object.values(server.details).map((value) => ` (${value})`);
  return `The link was not opened: no connection leads to ${placeOf(server.url)}${details.join('')}. Add it first, if you trust it.`;
}

function leadsTo(connection: Connection, server: LinkedServer): boolean {
  return (
    connection.engine === server.engine &&
    placeOf(connection.url) === placeOf(server.url) &&
    identifyingDetails.every((key) => connection.details[key] === server.details[key])
  );
}

/** An address without what people write in different ways: a trailing slash, /api, upper case. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/(?<!\/)\/+$/, '').replace(/\/api$/, '');
}
