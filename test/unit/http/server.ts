import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';

import { createNodeTransport } from '../../../src/http/nodeTransport.ts';
import { createSend, type SendOptions } from '../../../src/http/createSend.ts';
import type { HttpAnswer, HttpRequest, Send } from '../../../src/http/httpRequest.ts';

export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** How many connections were opened. */
  connections(): number;
}

/** A server for one test. The handler runs when the whole request is there. */
export async function serve(t: TestContext, answer: http.RequestListener): Promise<TestServer> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, connections: () => sockets.size };
}

export interface Client {
  readonly send: Send;
  readonly lines: readonly string[];
  /** Every pause that a server asked for, in milliseconds. */
  readonly waits: readonly number[];
}

/** A send that pauses for a moment only between its tries. */
export function client(baseUrl: string, more: Partial<SendOptions> = {}): Client {
  const lines: string[] = [];
  const waits: number[] = [];
  const send = createSend({
    baseUrl,
    transport: createNodeTransport(),
    clock: {
      now: () => 1_700_000_000_000,
      wait: async (ms) => {
        waits.push(ms);
      },
    },
    log: { debug: (line) => lines.push(line) },
    retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
    ...more,
  });
  return { send, lines, waits };
}

export const text = (answer: HttpAnswer): string => answer.text;

export const read: HttpRequest<string> = {
  method: 'GET',
  path: 'thing',
  idempotent: true,
  parse: text,
};

export const write: HttpRequest<string> = {
  method: 'POST',
  path: 'thing',
  body: { kind: 'json', value: { a: 1 } },
  idempotent: false,
  parse: text,
};
