import type { Connection, EngineKind } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import { createConductorEngine, type EngineServices } from './conductor/engine.ts';

interface EngineRow {
  /** What people read. */
  readonly label: string;
  readonly create: (connection: Connection, services: EngineServices) => Engine;
}

/** Every engine there is. A new one is a folder beside this file and a row in here. */
export const engines: Readonly<Record<EngineKind, EngineRow>> = {
  conductor: { label: 'Conductor', create: createConductorEngine },
};

export function createEngine(connection: Connection, services: EngineServices): Engine {
  return engines[connection.engine].create(connection, services);
}
