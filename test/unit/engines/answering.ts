import { AxiosHeaders } from 'axios';

import type { Connection } from '../../../src/domain/connection.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import { createConductorEngine } from '../../../src/engines/conductor/conductorEngine.ts';
import type { Transport } from '../../../src/http/transport.ts';
import { cogniteConnection, cogniteEngine } from '../../support/cogniteEngine.ts';
import { xpanderEngine } from '../../support/xpanderEngine.ts';

/** The bodies of a server, by a part of the request's path; 404 for any other path. */
export type Bodies = Readonly<Record<string, unknown>>;

/** A server of fixed answers. A body that is a text goes out as it is. */
function answering(bodies: Bodies): Transport {
  return async (config) => {
    const { pathname } = new URL(config.url ?? '', config.baseURL);
    const found = Object.entries(bodies).find(([part]) => pathname.endsWith(part));
    const body = found?.[1];
    return {
      status: found === undefined ? 404 : 200,
      statusText: '',
      headers: new AxiosHeaders({ 'content-type': 'application/json' }),
      data: typeof body === 'string' ? body : JSON.stringify(body ?? { message: 'nothing' }),
      config,
    };
  };
}

const services = {
  clock: { now: () => 1_800_000_000_000, wait: async () => undefined },
  log: { debug: () => undefined },
};

export function conductorWith(bodies: Bodies): Engine {
  const connection: Connection = {
    ...cogniteConnection('http://conductor.test/api', {}),
    engine: 'conductor',
  };
  return createConductorEngine(connection, { ...services, transport: answering(bodies) });
}

export function cogniteWith(bodies: Bodies): Engine {
  const connection = cogniteConnection('https://cdf.test');
  return cogniteEngine(connection, { ...services, transport: answering(bodies) });
}

export function xpanderWith(bodies: Bodies): Engine {
  return xpanderEngine('https://xpander.test', { ...services, transport: answering(bodies) });
}
