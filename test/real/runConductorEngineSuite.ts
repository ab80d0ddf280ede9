import { strict as assert } from 'node:assert';

import { createConductorEngine } from '../../src/engines/conductor/conductorEngine.ts';
import type { EngineServices } from '../../src/engines/conductor/connectConductor.ts';
import { isAtLeast } from '../../src/engines/conductor/connection/capabilities.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import { createConductorClient } from '../support/conductorClient.ts';
import { conductorEdges } from './conductorEdges.ts';
import { conductorFlows, type RealCase } from './conductorFlows.ts';
import { conductorHints } from './conductorHints.ts';
import { createWorld } from './conductorScene.ts';
import { lostRace } from './lostRace.ts';

export interface ConductorEngineSuite {
  /** A running server: "http://127.0.0.1:8080". */
  readonly url: string;
  /** The server's version, "3.32.1", which the engine must find out. */
  readonly version: string;
  readonly log: (line: string) => void;
}

const services: EngineServices = {
  transport: createNodeTransport(),
  clock: {
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  },
  log: { debug: () => undefined },
};

const triesPerCase = 3;

/** Drives workflows with every kind of task on a real server, through the shipped engine. */
export async function runConductorEngineSuite(
  suite: ConductorEngineSuite,
): Promise<{ passed: number; failed: number }> {
  const engine = createConductorEngine(
    {
      id: 'real',
      name: 'real',
      engine: 'conductor',
      url: suite.url,
      environment: 'development',
      readOnly: false,
      details: {},
    },
    services,
  );
  const client = createConductorClient(`${suite.url.replace(/\/+$/, '')}/api`);
  const version: RealCase = {
    title: `the connection test recognises ${suite.version}`,
    async run({ signal }) {
      const { server } = await engine.test(signal);
      const known = isAtLeast(suite.version, [3, 21, 12]) ? 'or newer' : 'older than';
      assert.ok(server.includes(suite.version) || server.includes(known), server);
    },
  };

  /** A case whose execution failed through the server's own race is run again. */
  const failureOf = async (played: RealCase): Promise<string | undefined> => {
    for (let tries = 1; ; tries++) {
      try {
        await played.run(createWorld(engine, client, `${process.pid}_${Date.now()}`));
        return undefined;
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (tries === triesPerCase || !lostRace.test(text)) return text;
        suite.log(`again ${played.title}: the server lost a race for its own database`);
      }
    }
  };

  let failed = 0;
  const cases = [version, ...conductorFlows, ...conductorEdges, ...conductorHints];
  for (const played of cases) {
    const failure = await failureOf(played);
    if (failure !== undefined) failed += 1;
    suite.log(failure === undefined ? `ok   ${played.title}` : `FAIL ${played.title}: ${failure}`);
  }
  return { passed: cases.length - failed, failed };
}
