import type { Connection } from '../../src/domain/connection.ts';
import type { Engine } from '../../src/domain/engine.ts';
import { createConductorEngine } from '../../src/engines/conductor/conductorEngine.ts';
import type { Transport } from '../../src/http/transport.ts';
import { createMock } from '../../src/mock/mock.ts';
import { cogniteConnection, cogniteEngine } from '../support/cogniteEngine.ts';
import { xpanderEngine } from '../support/xpanderEngine.ts';
import { fakeConnection } from '../support/fakeTask.ts';

export type EngineName = 'conductor' | 'cognite' | 'xpander';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The requests of an operation, and the mock's answers. */
export type Recording = ReadonlyMap<string, Answered>;

const now = 1_760_000_000_000;
const services = {
  clock: { now: () => now, wait: async () => undefined },
  log: { debug: () => undefined },
  retry: { retries: 0, firstPauseMs: 1, longestPauseMs: 1 },
};
const conductor: Connection = { ...fakeConnection, url: 'http://mock/api' };

function engineOf(name: EngineName, transport: Transport): Engine {
  if (name === 'conductor') return createConductorEngine(conductor, { ...services, transport });
  if (name === 'cognite')
    return cogniteEngine(cogniteConnection('http://mock'), { ...services, transport });
  return xpanderEngine('http://mock', { ...services, transport });
}

type Ask = (key: string, request: Request) => Promise<Answered>;

function transportOf(ask: Ask): Transport {
  return async (config) => {
    const {
      method = 'GET',
      url = '',
      data,
    } = config as { method?: string; url?: string; data?: string };
    const headers = Object.entries(config.headers ?? {}).filter(
      ([, value]) => typeof value === 'string',
    );
    const body = data === undefined ? {} : { body: data };
    const request = new Request(url, { method, headers: headers as [string, string][], ...body });
    const { status, headers: found, text } = await ask(`${method} ${url} ${data ?? ''}`, request);
    return { status, statusText: '', headers: found, data: text, config };
  };
}

/** The mock's answers to everything that an operation asks. */
export async function recorded(
  name: EngineName,
  operation: (engine: Engine) => Promise<unknown>,
): Promise<Recording> {
  const mock = createMock({ now: () => now });
  const answers = new Map<string, Answered>();
  const transport = transportOf(async (key, request) => {
    const response = await mock.fetch(request);
    const headers = Object.fromEntries(response.headers);
    const answer = { status: response.status, headers, text: await response.text() };
    answers.set(key, answer);
    return answer;
  });
  await operation(engineOf(name, transport));
  return answers;
}

/** An engine whose server answers as recorded, but for the request with one key. */
export function replayed(
  name: EngineName,
  recording: Recording,
  [key, text]: readonly [key: string, text: string],
): Engine {
  const unknown: Answered = { status: 404, headers: {}, text: '{"message":"nothing here"}' };
  return engineOf(
    name,
    transportOf(async (asked) => {
      const answer = recording.get(asked) ?? unknown;
      return asked === key ? { ...answer, text } : answer;
    }),
  );
}
