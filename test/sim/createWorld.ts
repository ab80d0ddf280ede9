import type { Connection } from '../../src/domain/connection.ts';
import { createClock } from '../../src/mock/clock.ts';
import { createChecker } from './checks/createChecker.ts';
import { createGateway } from './gateway.ts';
import type { World } from './model.ts';
import type { Profile } from './profiles.ts';
import { createRecord } from './record.ts';
import { createCogniteServer } from './servers/cogniteServer.ts';
import { createConductorServer } from './servers/conductorServer.ts';
import { createXpanderServer } from './servers/xpanderServer.ts';
import { streamOf } from './streams.ts';
import { createVirtualTime } from './virtualTime.ts';

const start = 1_700_000_000_000;
const makers = [createConductorServer, createCogniteServer, createXpanderServer];

export function createWorld(seed: number, profile: Profile, isTraced: boolean): World {
  const time = createVirtualTime(start);
  const clock = createClock(time.now);
  const servers = makers.map((make) => make(clock, streamOf(seed, make.name)));
  const places = streamOf(seed, 'environments');
  const world = {
    seed,
    profile,
    time,
    record: createRecord(time.now, profile.promises, isTraced),
    gateways: new Map(servers.map((server) => [server.connection.id, createGateway(server, time)])),
    connections: servers.map(({ connection }): Connection => {
      const environment = places.chance(0.25) ? 'production' : 'development';
      return { ...connection, environment };
    }),
    documents: new Map<string, string>(),
    windows: [],
    clockOffsetMs: 0,
    clockWasSet: false,
    weather: undefined,
    isCalm: false,
  };
  return Object.assign(world, { checker: createChecker(world) });
}
