import type { FaultRule } from '../../src/mock/faults.ts';
import type { RecordedRequest } from '../../src/mock/requestLog.ts';
import {
  startMock as start,
  type MockServer,
  type MockServerOptions,
} from '../../src/mock/mockServer.ts';

/** A test's mock server, with its controls. */
export interface TestMock {
  /** Conductor's base URL, with /api. */
  readonly conductorUrl: string;
  readonly cogniteUrl: string;
  readonly xpanderUrl: string;
  readonly controlUrl: string;
  /** The requests so far, oldest first. */
  requests(): Promise<readonly RecordedRequest[]>;
  clearRequests(): Promise<void>;
  /** Replaces all faults; an empty list removes them. */
  setFaults(...rules: readonly FaultRule[]): Promise<void>;
  advanceClock(ms: number): Promise<void>;
  /** Drops all content and plants the seed again. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a mock server on a free port; the default seed is the demo. */
export async function startMock(options: MockServerOptions = {}): Promise<TestMock> {
  return controlMock(await start(options));
}

/** The controls of a running mock server, started by anybody. */
export function controlMock({ urls, close }: MockServer): TestMock {
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(urls.control + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response;
  };
  return {
    conductorUrl: urls.conductor,
    cogniteUrl: urls.cognite,
    xpanderUrl: urls.xpander,
    controlUrl: urls.control,
    requests: async () => (await (await send('GET', '/requests')).json()) as RecordedRequest[],
    clearRequests: async () => void (await send('DELETE', '/requests')),
    setFaults: async (...rules) => void (await send('POST', '/faults', rules)),
    advanceClock: async (ms) => void (await send('POST', '/clock', { advanceMs: ms })),
    reset: async () => void (await send('POST', '/reset')),
    close,
  };
}
