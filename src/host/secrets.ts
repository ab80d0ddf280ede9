import type * as vscode from 'vscode';
import type { Connection } from '../domain/connection.ts';

/** A connection's secret, bound to the origins that it was entered for. */
export interface Secrets {
  /** Undefined when none was entered for this connection at these origins. */
  read(connection: Connection): Promise<string | undefined>;
  write(connection: Connection, secret: string): Promise<void>;
  /** Forgets the secrets of a connection, whatever their origin. */
  remove(connectionId: string): Promise<void>;
}

interface Kept {
  /** All origins that the secret may be sent to. */
  readonly origin: string;
  readonly secret: string;
}

/**
 * Secrets live in VS Code's secret storage alone. The origins are stored with the secret: settings
 * that point a connection, or the place that issues its tokens, elsewhere find no secret to send
 * there.
 */
export function createSecrets(
  storage: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>,
): Secrets {
  const keyOf = (id: string) => `connection:${id}`;
  return {
    read: async (connection) => {
      const text = await storage.get(keyOf(connection.id));
      if (text === undefined) return undefined;
      const kept = JSON.parse(text) as Kept;
      return kept.origin === originsOf(connection) ? kept.secret : undefined;
    },
    write: async (connection, secret) => {
      const kept: Kept = { origin: originsOf(connection), secret };
      await storage.store(keyOf(connection.id), JSON.stringify(kept));
    },
    remove: async (id) => {
      await storage.delete(keyOf(id));
    },
  };
}

// Which detail holds an address is the engine's own knowledge: each that reads as one counts.
function originsOf({ url, details }: Connection): string {
  const addresses = [url, ...Object.values(details)].filter((text) => /^https?:\/\//i.test(text));
  const origins = addresses
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text).origin);
  return [...new Set(origins)].toSorted().join(' ');
}
