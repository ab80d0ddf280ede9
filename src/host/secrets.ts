import type * as vscode from 'vscode';
import { bindSecret, isBoundTo } from '../app/connections/bindSecret.ts';
import type { Connection } from '../domain/connection.ts';

/** A connection's secret, bound to where it was entered for. */
export interface Secrets {
  /** Undefined when none was entered for this connection as it is now. */
  read(connection: Connection): Promise<string | undefined>;
  write(connection: Connection, secret: string): Promise<void>;
  /** Forgets the secrets of a connection, wherever they may go. */
  remove(connectionId: string): Promise<void>;
}

/**
 * Secrets live in VS Code's secret storage alone. Where a secret may go is stored with it: settings
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
      const kept = JSON.parse(text) as { readonly secret: string };
      return isBoundTo(kept, connection) ? kept.secret : undefined;
    },
    write: async (connection, secret) => {
      const kept = { ...bindSecret(connection), secret };
      await storage.store(keyOf(connection.id), JSON.stringify(kept));
    },
    remove: async (id) => {
      await storage.delete(keyOf(id));
    },
  };
}
