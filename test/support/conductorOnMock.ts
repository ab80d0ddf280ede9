import { createConductorEngine } from '../../src/engines/conductor/conductorEngine.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';

/** Conductor's engine on a mock server's address. A failed request is not tried again. */
export function conductorOnMock(url: string) {
  return createConductorEngine(
    {
      id: 'c1',
      name: 'mock',
      engine: 'conductor',
      url,
      environment: 'development',
      readOnly: false,
      details: {},
    },
    {
      transport: createNodeTransport(),
      clock: { now: () => Date.now(), wait: async () => undefined },
      log: { debug: () => undefined },
      retry: { retries: 0, firstPauseMs: 1, longestPauseMs: 1 },
    },
  );
}
