import { serve, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { AddressInfo } from 'node:net';
import { ConnectionCut, type PartialAnswer } from './connectionCut.ts';
import { controlPath, createMock, type MockOptions } from './mock.ts';
import { webPageRefusal } from './webPageRefusal.ts';

export interface MockServerOptions extends MockOptions {
  /** 0 picks a free port. */
  readonly port?: number;
  readonly host?: string;
}

/** The base URLs of a running mock, without trailing slashes. */
export interface MockUrls {
  readonly conductor: string;
  readonly cognite: string;
  readonly xpander: string;
  readonly control: string;
}

export interface MockServer {
  readonly urls: MockUrls;
  /** Cuts open connections and frees the port. */
  close(): Promise<void>;
}

/** Starts the mock on a socket. Rejects where the port is not available. */
export async function startMock(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const mock = createMock(options);
  const server = serve({
    port,
    hostname: host,
    overrideGlobalObjects: false,
    fetch: async (request: Request, bindings: unknown) => {
      const refusal = webPageRefusal(request, { host, controlPath });
      if (refusal !== undefined) return Response.json({ error: refusal }, { status: 403 });
      try {
        return await mock.fetch(request);
      } catch (error) {
        if (!(error instanceof ConnectionCut)) throw error;
        await cut(bindings as HttpBindings, error.partial);
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const base = `http://${authority(host, server.address() as AddressInfo)}`;
  return {
    urls: {
      conductor: `${base}/api`,
      cognite: base,
      xpander: base,
      control: `${base}${controlPath}`,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Resets the connection instead of ending it: the client must not take the answer for complete. */
async function cut(
  { incoming, outgoing }: HttpBindings,
  partial: PartialAnswer | undefined,
): Promise<void> {
  if (partial !== undefined) {
    outgoing.writeHead(partial.status, partial.headers);
    await new Promise<void>((resolve) => {
      outgoing.write(partial.bytes, () => resolve());
    });
  }
  const { socket } = incoming;
  if (partial === undefined && 'resetAndDestroy' in socket) socket.resetAndDestroy();
  else socket.destroy();
}

function authority(host: string, address: AddressInfo): string {
  if (host === '0.0.0.0' || host === '::') return `127.0.0.1:${address.port}`;
  return host.includes(':') ? `[${host}]:${address.port}` : `${host}:${address.port}`;
}
