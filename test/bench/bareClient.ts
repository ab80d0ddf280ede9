import http from 'node:http';
import pLimit from 'p-limit';
import type { RequestChains, WireRequest } from './requestChains.ts';

/**
 * Sends recorded requests with nothing but node:http and kept-alive connections, so many tasks at
 * a time, and reads each answer to its end. Resolves with the bytes of the answers; throws for any
 * that is not 2xx.
 */
export async function sendBare(
  origin: string,
  { once, perTask }: RequestChains,
  atOnce: number,
): Promise<number> {
  const { hostname, port } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  let bytes = 0;
  const send = async (chain: readonly WireRequest[]) => {
    for (const wire of chain) {
      const length = await exchange({ hostname, port, agent }, wire);
      bytes += length;
    }
  };
  await send(once);
  await pLimit(atOnce).map([...perTask], send);
  agent.destroy();
  return bytes;
}

function exchange(
  server: { readonly hostname: string; readonly port: string; readonly agent: http.Agent },
  { method, path, headers, body }: WireRequest,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { ...server, method, path, headers: { ...headers, ...length } };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks);
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) resolve(text.length);
        else
          reject(
            new Error(`${method} ${path} was answered with ${statusCode}: ${text.toString()}`),
          );
      });
    });
    request.once('error', reject);
    request.end(body === '' ? undefined : body);
  });
}
