import { createAnswering } from './answering.ts';
import { createClock, type MockClock } from './clock.ts';
import { createConductor } from './conductor/conductor.ts';
import { createControl } from './control.ts';
import { createFaults } from './faults.ts';
import { createHistory } from './history.ts';
import { createRequestLog } from './requestLog.ts';

/** `demo`, `empty`, or how many executions to generate. */
export type Seed = 'demo' | 'empty' | number;

export interface MockOptions {
  readonly seed?: Seed;
  /** The Conductor version to behave as; the newest known by default. */
  readonly conductorVersion?: string;
  /** Whether Conductor has a search index; true by default. */
  readonly index?: boolean;
  /** Where the time comes from, in epoch milliseconds; the system clock by default. */
  readonly now?: () => number;
}

/** A mock server without a socket. */
export interface Mock {
  readonly clock: MockClock;
  /** @throws {ConnectionCut} where a fault cuts the connection */
  fetch(request: Request): Promise<Response>;
}

/** The version that is played unless another is asked for. */
const newestConductor = '3.32.1';

const controlPath = '/__mock__';

/** Makes the servers' part of the mock: a plain request handler that runs anywhere. */
export function createMock(options: MockOptions = {}): Mock {
  const clock = createClock(options.now);
  const log = createRequestLog();
  const faults = createFaults();
  const history = createHistory();
  const conductor = createConductor({
    clock,
    seed: options.seed ?? 'demo',
    version: options.conductorVersion ?? newestConductor,
    index: options.index ?? true,
  });
  const control = createControl({
    clock,
    log,
    faults,
    reset() {
      clock.reset();
      faults.set([]);
      log.clear();
      history.clear();
      conductor.reset();
    },
  });

  const answer = createAnswering({
    clock,
    faults,
    history,
    handle: (request) => conductor.fetch(request),
  });
  return {
    clock,
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      if (pathname === controlPath || pathname.startsWith(`${controlPath}/`)) {
        return await control(request, pathname.slice(controlPath.length));
      }
      log.add({
        at: clock.now(),
        method: request.method,
        path: pathname,
        query: search,
        headers: Object.fromEntries(request.headers),
        body: await request.clone().text(),
      });
      return await answer(request, pathname + search);
    },
  };
}
