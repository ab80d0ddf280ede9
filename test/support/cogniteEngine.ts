import type { Connection } from '../../src/domain/connection.ts';
import type { Engine } from '../../src/domain/engine.ts';
import { connectCognite } from '../../src/engines/cognite/connectCognite.ts';
import type { CogniteServices } from '../../src/engines/cognite/connection/cogniteServices.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';

export function cogniteConnection(
  url: string,
  details: Readonly<Record<string, string>> = { project: 'demo' },
): Connection {
  return {
    id: 'c1',
    name: 'CDF',
    engine: 'cognite',
    url,
    environment: 'development',
    readOnly: false,
    details,
  };
}

/** An engine connected to a test's server. Reads are retried without a pause. */
export function cogniteEngine(
  connection: Connection,
  change: Partial<CogniteServices> = {},
): Engine {
  return connectCognite({
    connection,
    secret: async () => 'a-token',
    microsoftToken: async () => undefined,
    transport: createNodeTransport(),
    clock: { now: () => Date.now(), wait: async () => undefined },
    log: { debug: () => undefined },
    retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
    ...change,
  });
}
