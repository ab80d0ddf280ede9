import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** An update as it came from the extension. */
export interface GateUpdate {
  /** Path and body: they name the task and what is sent to it. */
  readonly text: string;
  /** False where it was lost on its way to the server. */
  isDelivered: boolean;
  isAnswered: boolean;
}

/** A moment of a request: it came, the server has handled it, its answer is gone; or of a text. */
export type Moment =
  | 'text was saved'
  | 'update came'
  | 'update was handled'
  | 'update was answered'
  | 'read came';

/** A proxy in front of the server: it tells each moment, and sees every update. */
export interface KillGate {
  readonly url: string;
  readonly updates: readonly GateUpdate[];
  /** Called at each moment. False loses the request (where it came) or the answer. */
  onMoment: (moment: Moment) => boolean;
  /** True when no request is on its way to the server. */
  isIdle(): boolean;
  close(): Promise<void>;
}

/** The server's answer. */
interface Handled {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export async function startKillGate(target: string): Promise<KillGate> {
  const updates: GateUpdate[] = [];
  let forwarding = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const raw = await buffer(request);
    if (method !== 'POST' || !url.startsWith('/api/tasks')) {
      if (!gate.onMoment('read came')) return void response.destroy();
      return give(await forward(request, raw), response);
    }
    const update = noted(url, raw, headers['content-encoding']);
    if (!gate.onMoment('update came')) return void response.destroy();
    update.isDelivered = true;
    const handled = await forward(request, raw);
    if (!gate.onMoment('update was handled')) return void response.destroy();
    give(handled, response);
    update.isAnswered = true;
    gate.onMoment('update was answered');
  }

  async function forward(request: IncomingMessage, raw: Buffer): Promise<Handled> {
    const { method = 'GET', url = '/' } = request;
    const { host: _host, connection: _connection, ...headers } = request.headers;
    forwarding += 1;
    try {
      const answered = await fetch(target + url, {
        method,
        headers: headers as Record<string, string>,
        ...(raw.length === 0 ? {} : { body: new Uint8Array(raw) }),
      });
      const type = answered.headers.get('content-type') ?? 'text/plain';
      return { status: answered.status, type, text: await answered.text() };
    } finally {
      forwarding -= 1;
    }
  }

  function noted(url: string, raw: Buffer, encoding: string | undefined): GateUpdate {
    const body = (encoding === 'gzip' ? gunzipSync(raw) : raw).toString();
    const update = { text: `${url} ${body}`, isDelivered: false, isAnswered: false };
    updates.push(update);
    return update;
  }

  const server = createServer((request, response) => {
    // The client may be dead already.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: KillGate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    updates,
    onMoment: () => true,
    isIdle: () => forwarding === 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gate;
}

function give({ status, type, text }: Handled, response: ServerResponse): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(text);
}
