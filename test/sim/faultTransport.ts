import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { TransportError } from '../../src/http/transport.ts';
import type { Transport } from '../../src/http/transport.ts';
import { arrive } from './arrive.ts';
import type { Passage } from './arrive.ts';
import { currentDeed, newDeed } from './deed.ts';
import { drawFault } from './drawFault.ts';
import { fateOf } from './fates.ts';
import type { Answer, Call } from './gateway.ts';
import { hear } from './hear.ts';
import type { Hearing } from './hearing.ts';
import type { SimWindow, World } from './model.ts';
import { count } from './record.ts';
import { streamOf } from './streams.ts';

/** The network between a window and the servers, as an adapter of axios. */
export function createFaultTransport(world: World, window: SimWindow): Transport {
  const own = newDeed(`${window.id} itself`, window, streamOf(world.seed, window.id));
  return async (config) => {
    const gone = new Promise<never>(() => undefined);
    if (!window.isAlive) return gone;
    const deed = currentDeed() ?? own;
    const stream = streamOf(world.seed, deed.id, 'request', deed.requests++);
    const call = callOf(config);
    const gateway = [...world.gateways.values()].find(({ server }) =>
      call.url.startsWith(new URL(server.connection.url).origin),
    );
    if (gateway === undefined) throw new TransportError('ENOTFOUND', true);
    const target = gateway.server.targetOf(call.method, call.path, call.body);
    const entry = target && (await world.checker.leaves({ deed, gateway, target }));
    const fault = drawFault(world, stream, call, target !== undefined);
    count(world.record.requests, target === undefined ? 'reads' : 'updates');
    if (fault !== undefined) count(world.record.faults, fault);
    return carry({ world, gateway, deed, call, fault, stream, entry }, config);
  };
}

function carry(passage: Passage, config: InternalAxiosRequestConfig): Promise<AxiosResponse> {
  const { world, deed, call, fault, stream } = passage;
  const { time } = world;
  const fate = fateOf(fault, stream);
  const name = `#${deed.id} ${deed.window.id} ${call.method} ${call.path}`;
  world.record.note(() => `${name}${fault === undefined ? '' : ` [${fault}]`}`);
  return new Promise((resolve, reject) => {
    let isOver = false;
    const finish = (hearing: Hearing) => {
      if (isOver) return;
      isOver = true;
      cancelTimeout();
      config.signal?.removeEventListener?.('abort', abort);
      if (!deed.window.isAlive) return;
      world.record.note(() => `${name} → ${hearing.words}`);
      if (passage.entry !== undefined) world.checker.answered(passage.entry, hearing);
      if (hearing.error !== undefined) reject(hearing.error);
      else resolve(responseOf(config, hearing));
    };
    const fail = (code: string) =>
      finish({ error: new TransportError(code, false), isProof: false, words: code });
    const abort = () => fail('ABORTED');
    const cancelTimeout = time.at(time.now() + (config.timeout ?? 15_000), () => fail('TIMEOUT'));
    config.signal?.addEventListener?.('abort', abort);
    const tell = (answers: readonly Answer[]) => {
      if (fate.hears.kind === 'nothing') return;
      time.at(time.now() + fate.afterMs, () => {
        if (!isOver) finish(hear(passage, fate.hears, answers));
      });
    };
    arrive(passage, fate.arrivals).then(tell, reject);
  });
}

function responseOf(config: InternalAxiosRequestConfig, hearing: Hearing): AxiosResponse {
  const { status = 200, text = '', type = 'application/json', retryAfter } = hearing;
  return {
    data: text,
    status,
    statusText: '',
    headers: {
      'content-type': type,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    config,
  };
}

function callOf(config: InternalAxiosRequestConfig): Call {
  const url = config.url ?? '';
  const headers = Object.entries(config.headers.toJSON())
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => [name, String(value)] as const);
  return {
    method: (config.method ?? 'get').toUpperCase(),
    url,
    path: new URL(url).pathname,
    headers: Object.fromEntries(headers),
    body: typeof config.data === 'string' ? config.data : '',
  };
}
