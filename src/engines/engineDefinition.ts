import type { Connection, DetailField, EngineKind, SecretField } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import type { SendClock, SendLog } from '../http/createSend.ts';
import type { Transport } from '../http/transport.ts';

/** What an engine is made of: one connection, and what the composition root hands in. */
export interface EngineDeps {
  readonly connection: Connection;
  /** The connection's secret for its present origin; undefined when none was entered. */
  readonly secret: () => Promise<string | undefined>;
  /** An access token of the editor's Microsoft account; undefined when nobody is signed in. */
  readonly microsoftToken: (scopes: readonly string[]) => Promise<string | undefined>;
  readonly transport: Transport;
  readonly clock: SendClock;
  readonly log: SendLog;
}

/** One row of the engine table: everything that the rest of the product knows of an engine. */
export interface EngineDefinition {
  readonly kind: EngineKind;
  /** The name its own people use. */
  readonly label: string;
  /** What an address looks like; the form starts with it. */
  readonly exampleUrl: string;
  readonly details: readonly DetailField[];
  readonly secret?: SecretField;
  /**
   * Loads the engine's code with its first connection: an activation needs none of it. Rejects
   * with EngineError where the connection cannot work.
   */
  readonly create: (deps: EngineDeps) => Promise<Engine>;
}
