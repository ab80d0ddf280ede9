import { parseAddress } from '../../domain/address.ts';
import type { Connection } from '../../domain/connection.ts';

/** What is stored with a secret: where it may go, and in which role each place takes it. */
export interface SecretBinding {
  readonly binding: string;
}

/**
 * Binds a secret to its connection as it is now. Any detail may hold an address, so each counts,
 * parsed as the request that uses it would be.
 */
export function bindSecret(connection: Connection): SecretBinding {
  const { engine, url, details } = connection;
  const addresses = Object.entries(details)
    .map(([key, text]) => [key, originsIn(text)] as const)
    .filter(([, origins]) => origins.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  // A client secret must not be sent as a token. Where nothing is chosen, the secret is a token.
  const use = details['signIn'] ?? 'token';
  const origin = parseAddress(url)?.origin ?? url;
  return { binding: JSON.stringify([engine, use, origin, ...addresses]) };
}

/** Whether what is stored was bound to where this connection would send it. */
export function isBoundTo(kept: unknown, connection: Connection): boolean {
  if (typeof kept !== 'object' || kept === null) return false;
  if ('binding' in kept) return kept.binding === bindSecret(connection).binding;
  // Earlier versions stored the origins alone, without their roles.
  return 'origin' in kept && kept.origin === allOrigins(connection);
}

function allOrigins({ url, details }: Connection): string {
  const origins = [url, ...Object.values(details)].flatMap(originsIn);
  return [...new Set(origins)].toSorted().join(' ');
}

/** The origins that a detail names: as one address, and as several with spaces between them. */
function originsIn(text: string): readonly string[] {
  const origins = [text, ...text.split(/\s+/)].flatMap((part) => parseAddress(part)?.origin ?? []);
  return [...new Set(origins)].toSorted();
}
