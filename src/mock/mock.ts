import { createAnswering } from './answering.ts';
import { createCognite } from './cognite/cognite.ts';
import { createClock, type MockClock } from './clock.ts';
import type { CogniteSettings } from './cognite/cogniteSettings.ts';
import { createConductor } from './conductor/conductor.ts';
import type { OrkesOptions } from './conductor/orkesGate.ts';
import { createControl } from './control.ts';
import { createFaults } from './faults.ts';
import { createHistory } from './history.ts';
import { readBodyText } from './readBodyText.ts';
import { createRequestLog } from './requestLog.ts';
import type { Seed } from './seed.ts';
import { createXpander } from './xpander/xpander.ts';

export interface MockOptions {
  readonly seed?: Seed;
  /** The Conductor version to behave as; the newest known by default. */
  readonly conductorVersion?: string;
  /** Whether Conductor has a search index; true by default. */
  readonly index?: boolean;
  /** Whether Conductor's executions have message queues; false by default, as on the real server. */
  readonly conductorMessages?: boolean;
  /** Makes Conductor's part an Orkes server with a sign-in; open source by default. */
  readonly orkes?: OrkesOptions | undefined;
  /** Behaviour of Cognite's part that sources about the real API do not settle. */
  readonly cognite?: Partial<CogniteSettings>;
  /** The only API key that xpander.ai's part accepts; any non-empty one by default. */
  readonly xpanderKey?: string;
  /** The real time in epoch milliseconds; the system clock by default. */
  readonly now?: () => number;
}

/** A mock server without a socket. */
export interface Mock {
  readonly clock: MockClock;
  /** @throws {ConnectionCut} where a fault cuts the connection */
  fetch(request: Request): Promise<Response>;
}

/** The default Conductor version. */
const newestConductor = '3.32.1';

/** Below it are the paths that control the mock. */
export const controlPath = '/__mock__';

/** Creates the three servers as one request handler, without a socket. */
export function createMock(options: MockOptions = {}): Mock {
  const clock = createClock(options.now);
  const log = createRequestLog();
  const faults = createFaults();
  const history = createHistory();
  const engines = createEngines(options, clock);
  const control = createControl({
    clock,
    log,
    faults,
    reset() {
      clock.reset();
      faults.set([]);
      log.clear();
      history.clear();
      for (const engine of engines) engine.reset();
    },
  });

  const answer = createAnswering({
    clock,
    faults,
    history,
    handle: (request) => firstAnswer(engines, request),
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
        body: await recordedBody(request),
      });
      return await answer(request, pathname + search);
    },
  };
}

/** Decompressed, so that compressed updates can be compared; unchanged if that fails. */
async function recordedBody(request: Request): Promise<string> {
  if (!request.headers.has('content-encoding')) return await request.clone().text();
  return await readBodyText(request.clone()).catch(() => request.clone().text());
}

/** One server's part of the mock. */
interface EngineMock {
  /** Undefined for a path of another server. */
  fetch(request: Request): Promise<Response | undefined> | Response | undefined;
  reset(): void;
}

/** Cognite comes first: its /api/v1 is below Conductor's /api. */
function createEngines(options: MockOptions, clock: MockClock): readonly EngineMock[] {
  const seed = options.seed ?? 'demo';
  return [
    createCognite({
      clock,
      seed,
      ...(options.cognite === undefined ? {} : { settings: options.cognite }),
    }),
    createConductor({
      clock,
      seed,
      version: options.conductorVersion ?? newestConductor,
      index: options.index ?? true,
      messages: options.conductorMessages ?? false,
      orkes: options.orkes,
    }),
    createXpander({ clock, seed, key: options.xpanderKey }),
  ];
}

async function firstAnswer(
  engines: readonly EngineMock[],
  request: Request,
): Promise<Response | undefined> {
  for (const engine of engines) {
    const answer = await engine.fetch(request);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
