import type * as vscode from 'vscode';
import type { Connection } from '../domain/connection.ts';

/** A connection's secret, bound to the origin that it was entered for. */
export interface Secrets {
  /** Undefined when none was entered for this connection at this origin. */
  read(connection: Connection): Promise<string | undefined>;
  write(connection: Connection, secret: string): Promise<void>;
  /** Forgets the secrets of a connection, whatever their origin. */
  remove(connectionId: string): Promise<void>;
}

interface Kept {
  readonly origin: string;
  readonly secret: string;
}

/**
 * Secrets live in VS Code's secret storage alone. The origin is stored with the secret: settings
 * that point a connection elsewhere find no secret to send there.
 */
export function createSecrets(storage: vscode.SecretStorage): Secrets {
  const keyOf = (id: string) => `connection:${id}`;
  return {
    read: async (connection) => {
      const text = await storage.get(keyOf(connection.id));
      if (text === undefined) return undefined;
      const kept = JSON.parse(text) as Kept;
      return kept.origin === new URL(connection.url).origin ? kept.secret : undefined;
    },
    write: async (connection, secret) => {
      const kept: Kept = { origin: new URL(connection.url).origin, secret };
      await storage.store(keyOf(connection.id), JSON.stringify(kept));
    },
    remove: async (id) => {
      await storage.delete(keyOf(id));
    },
  };
}
