// VS Code patches the modules "http" and "https" to apply its proxy and certificate settings. So
// import them without "node:", and look up their functions at each call.
import http from 'http';
import https from 'https';
import type { Socket } from 'net';
import { urlToHttpOptions } from 'url';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';

import { decodeBody } from './decodeBody.ts';
import { isTransportError, type Transport, TransportError } from './transport.ts';

// Shorter than the idle time of common servers (Node 5 s, Tomcat 20 s and more): a socket that the
// server closes while we write to it leaves an update in doubt.
const idleSocketMs = 4_000;

/**
 * An axios adapter over Node's own http and https, with kept-alive connections. It answers with
 * text, follows no redirect and resolves for every status. Rejects with TransportError.
 */
export function createNodeTransport(): Transport {
  const placeOf = createPlaces();
  return (config) => {
    const place = placeOf(config.url ?? '');
    const module = place.protocol === 'https:' ? https : http;
    // No agent: VS Code's proxySupport "on" skips requests that bring one. Without a proxy, its
    // agent and Node itself use Node's global agents, which keep connections.
    const request = module.request({ ...place, ...optionsOf(config) });
    request.once('socket', limitIdleTime);
    return exchange(config, request);
  };
}

/** The global agents keep idle sockets for longer, and close them when their timeout is over. */
function limitIdleTime(socket: Socket): void {
  // The agent listens for "free" before us, and sets its own timeout then.
  socket.once('free', () => {
    const { timeout } = socket;
    if (timeout === undefined || timeout === 0 || timeout > idleSocketMs) {
      socket.setTimeout(idleSocketMs);
    }
  });
}

type Place = Pick<http.RequestOptions, 'protocol' | 'hostname' | 'port' | 'path'>;

/** Addresses as `http.request` takes them. Parsing is slow, so each server is parsed once. */
function createPlaces(): (url: string) => Place {
  const servers = new Map<string, Place>();
  return (url) => {
    const [, origin, path] = /^(https?:\/\/[^/?#]+)(\/[!-"$-~]*)$/.exec(url) ?? [];
    if (origin === undefined || path === undefined) return serverPlace(url);
    const server = servers.get(origin) ?? serverPlace(origin);
    servers.set(origin, server);
    return { ...server, path };
  };
}

function serverPlace(url: string): Place {
  const { protocol, hostname, port, path } = urlToHttpOptions(new URL(url));
  return { protocol, hostname, port, path };
}

function optionsOf(config: InternalAxiosRequestConfig): http.RequestOptions {
  const headers: http.OutgoingHttpHeaders = {
    'accept-encoding': 'gzip, deflate',
    // VS Code's agent makes Node ask for "close", also where there is no proxy.
    connection: 'keep-alive',
  };
  for (const [name, value] of Object.entries(config.headers.toJSON())) {
    if (typeof value === 'string' || typeof value === 'number') headers[name] = value;
  }
  const body: unknown = config.data;
  if (typeof body === 'string') headers['content-length'] = Buffer.byteLength(body);
  return { method: (config.method ?? 'get').toUpperCase(), headers };
}

function exchange(
  config: InternalAxiosRequestConfig,
  request: http.ClientRequest,
): Promise<AxiosResponse> {
  return new Promise((resolve, reject) => {
    let neverLeft = true;
    let answering = false;
    request.once('socket', (socket) => {
      const left = () => (neverLeft = false);
      if (!socket.connecting) left();
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', left);
    });

    const signal = config.signal;
    const finish = () => {
      clearTimeout(deadline);
      signal?.removeEventListener?.('abort', abort);
    };
    const fail = (code: string, cause?: unknown) => {
      finish();
      const named = isTransportError(cause) ? cause.named : undefined;
      reject(new TransportError(code, neverLeft, cause, named));
      request.destroy();
    };
    const abort = () => fail('ABORTED');
    const deadline = setTimeout(() => fail('TIMEOUT'), config.timeout);
    signal?.addEventListener?.('abort', abort);

    // VS Code's agent tells which proxy it tried; its error has no code.
    request.once('proxy', ({ error }: { readonly error?: unknown }) => {
      if (error !== undefined) fail('PROXY_UNREACHABLE', error);
    });
    request.on('error', (error) => fail(codeOf(error), error));
    request.once('close', () => {
      if (!answering) fail('ECONNRESET');
    });
    request.once('response', (response) => {
      answering = true;
      readBody(response, config.maxContentLength ?? Infinity)
        .then((text) => toAnswer(config, response, text))
        .finally(finish)
        .then(resolve)
        .catch((error: unknown) => fail(codeOf(error), error));
    });
    request.end(config.data);
  });
}

async function readBody(response: http.IncomingMessage, limit: number): Promise<string> {
  const body = await collect(response, limit);
  const { 'content-encoding': encoding, 'content-type': contentType } = response.headers;
  const status = response.statusCode ?? 0;
  const isData = status >= 200 && status < 300;
  const forPeople = !isData || /^\s*text\/html/i.test(contentType ?? '');
  try {
    return await decodeBody(body, encoding, limit, { contentType, forPeople });
  } catch (error) {
    // The status of a rejection counts, though its reason cannot be read.
    if (isData) throw error;
    return '';
  }
}

/** The whole body, or a TransportError when it is too large or ends too early. */
function collect(response: http.IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(new TransportError('TOO_LARGE', false));
      else chunks.push(chunk);
    });
    response.once('end', () => resolve(joined(chunks, size)));
    // A body that breaks off brings an error and no end.
    response.once('error', reject);
  });
}

/** Most answers come in one piece, which needs no copy. */
function joined(chunks: readonly Buffer[], size: number): Buffer {
  const [first] = chunks;
  return first !== undefined && first.length === size ? first : Buffer.concat(chunks, size);
}

// Our code reads these only. axios compares each header with all others, several times: with every
// header that servers send, that takes longer than reading the answer.
const headersRead = ['content-type', 'location', 'retry-after'] as const;

function toAnswer(
  config: InternalAxiosRequestConfig,
  response: http.IncomingMessage,
  data: string,
): AxiosResponse {
  const headers: Record<string, string> = {};
  for (const name of headersRead) {
    const value = response.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const { date } = response.headers;
  // A date in Retry-After counts from the server's own time. Nothing else reads Date.
  if (headers['retry-after'] !== undefined && date !== undefined) headers['date'] = date;
  return {
    data,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers,
    config,
  };
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'UNKNOWN';
}
