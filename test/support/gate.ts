import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The reference name of a task whose updates reach the server, but whose answers never return. */
export const answerHeld = 'answer_held';
/** The reference name of a task whose updates never reach the server. */
export const neverArrives = 'never_arrives';

/** The gate's state, read below its control path. */
export interface GateRecord {
  /** All requests except those to the control path, as "POST /api/tasks/…", oldest first. */
  readonly requests: readonly string[];
  /** How many requests wait for an answer, and how many clients have disconnected meanwhile. */
  readonly held: number;
  readonly abandoned: number;
}

export interface Gate {
  /** Use this origin instead of the server's. */
  readonly url: string;
  close(): Promise<void>;
}

export const gateRecordPath = '/__gate__';
/** A PUT holds all reads of the path in its body; with an empty body, it lets them go on. */
export const heldReadsPath = `${gateRecordPath}/reads`;

/** Holds reads of one path at a time. */
function createReadHold() {
  let held = '';
  let letGo = (): void => undefined;
  let end = Promise.resolve();
  return {
    /** Lets go what was held, and holds the reads of another path; of none where it is empty. */
    hold(path: string): void {
      letGo();
      held = path;
      end = new Promise((resolve) => (letGo = resolve));
    },
    wait: async (method: string, url: string): Promise<void> => {
      if (method === 'GET' && url === held) await end;
    },
  };
}

/**
 * A proxy in front of the server at `target` (an origin) that lets the updates of two tasks hang.
 */
export async function startGate(target: string): Promise<Gate> {
  const requests: string[] = [];
  let held = 0;
  let abandoned = 0;
  const reads = createReadHold();

  function hold(response: ServerResponse): void {
    held += 1;
    response.once('close', () => {
      held -= 1;
      abandoned += 1;
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url } = request;
    if (url === heldReadsPath) reads.hold(await text(request));
    else if (url !== gateRecordPath) return forward(request, response);
    response.end(JSON.stringify({ requests, held, abandoned } satisfies GateRecord));
  }

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    requests.push(`${method} ${url}`);
    await reads.wait(method, url);
    const isUpdate = method === 'POST' && url.startsWith('/api/tasks/');
    if (isUpdate && url.includes(neverArrives)) return hold(response);
    const body = await text(request);
    const forwarded = await fetch(target + url, {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const answered = await forwarded.text();
    if (isUpdate && url.includes(answerHeld)) return hold(response);
    response.statusCode = forwarded.status;
    response.setHeader('content-type', forwarded.headers.get('content-type') ?? 'text/plain');
    response.end(answered);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
