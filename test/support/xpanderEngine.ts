import type { Connection } from '../../src/domain/connection.ts';
import type { Engine } from '../../src/domain/engine.ts';
import {
  createXpanderEngine,
  type XpanderServices,
} from '../../src/engines/xpander/xpanderEngine.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';

/** The xpander.ai engine at an address, with a key that every mock accepts. */
export function xpanderEngine(
  url: string,
  services: Partial<XpanderServices> = {},
  details: Connection['details'] = {},
): Engine {
  return createXpanderEngine(
    {
      id: 'x1',
      name: 'mock',
      engine: 'xpander',
      url,
      environment: 'development',
      readOnly: false,
      details,
    },
    {
      secret: async () => 'key of the test',
      transport: createNodeTransport(),
      clock: { now: () => Date.now(), wait: async () => undefined },
      log: { debug: () => undefined },
      retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
      ...services,
    },
  );
}
