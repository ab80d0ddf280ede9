import type { Connection } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import { EngineError } from '../domain/engineError.ts';
import { createChangeEvent } from './changeEvent.ts';
import { lazy } from './lazy.ts';
import type { Lazy } from './lazy.ts';
import type { Listen } from './ports.ts';

export interface Connected {
  readonly engine: Engine;
  readonly connection: Connection;
}

/** The connections that a person has set up, and those of the demo while it runs. */
export interface Connections {
  list(): readonly Connection[];
  find(id: string): Connection | undefined;
  /** The engine of a connection. Throws EngineError `unsupported` when there is no such connection. */
  connected(id: string): Promise<Connected>;
  /** Puts connections that are not in the settings in front of the saved ones. [] removes them. */
  setDemo(connections: readonly Connection[]): void;
  /** Creates the engine again, so that it forgets its sign-in. */
  renew(id: string): void;
  readonly onDidChange: Listen;
}

interface ConnectionsDeps {
  saved(): readonly Connection[];
  readonly onDidChangeSaved: Listen;
  createEngine(connection: Connection): Promise<Engine>;
}

export function createConnections(deps: ConnectionsDeps): Connections {
  const changes = createChangeEvent();
  const engines = new Map<string, { readonly key: string; readonly engine: Lazy<Engine> }>();
  let demo: readonly Connection[] = [];
  deps.onDidChangeSaved(changes.fire);

  const list = () => [...demo, ...deps.saved()];
  const find = (id: string) => list().find((connection) => connection.id === id);

  // An engine is kept while its connection stays the same, because it remembers things of its
  // server.
  function engineOf(connection: Connection): Promise<Engine> {
    const key = JSON.stringify(connection);
    const known = engines.get(connection.id);
    if (known?.key === key) return known.engine.get();
    const engine = lazy(() => deps.createEngine(connection));
    engines.set(connection.id, { key, engine });
    return engine.get();
  }

  return {
    list,
    find,
    connected: async (id) => {
      const connection = find(id);
      if (connection === undefined) {
        throw new EngineError('unsupported', 'This connection is no longer set up.', {
          nothingApplied: true,
        });
      }
      return { connection, engine: await engineOf(connection) };
    },
    setDemo: (connections) => {
      demo = connections;
      changes.fire();
    },
    renew: (id) => {
      engines.delete(id);
      changes.fire();
    },
    onDidChange: changes.listen,
  };
}
