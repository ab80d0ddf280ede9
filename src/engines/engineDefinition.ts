import type { Connection, DetailField, EngineKind, SecretField } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import type { SendClock, SendLog } from '../http/createSend.ts';
import type { Transport } from '../http/transport.ts';

/** What an engine is created from: its connection, and services of the composition root. */
export interface EngineDeps {
  readonly connection: Connection;
  /** The connection's secret for its present origin; undefined where none was entered. */
  readonly secret: () => Promise<string | undefined>;
  /** An access token of the editor's Microsoft account; undefined where nobody is signed in. */
  readonly microsoftToken: (scopes: readonly string[]) => Promise<string | undefined>;
  readonly transport: Transport;
  readonly clock: SendClock;
  readonly log: SendLog;
}

/**
 * Everything that the rest of the product knows of an engine before a connection is opened. The
 * connection form, the settings and the import follow it.
 */
export interface EngineDefinition {
  readonly kind: EngineKind;
  /** The engine's name for display. */
  readonly label: string;
  /** An example address, with which the connection form starts. */
  readonly exampleUrl: string;
  readonly details: readonly DetailField[];
  readonly secret?: SecretField;
  /**
   * Loads the engine's code when its first connection is used, so that activation loads none.
   * Rejects with EngineError where the connection cannot work.
   */
  readonly create: (deps: EngineDeps) => Promise<Engine>;
}
