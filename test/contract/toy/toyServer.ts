import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ToyServer {
  readonly url: string;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A server with one box and one job in it: GET /boxes, GET /jobs, GET and PUT /jobs/{id}. */
export async function startToyServer(): Promise<ToyServer> {
  const jobs = new Map([['j1', { id: 'j1', box: 'letters', status: 'open', note: '' }]]);
  const requests: string[] = [];
  const answer = (path: string, body: string): unknown => {
    if (path === '/boxes') return ['letters'];
    if (path === '/jobs') return [...jobs.values()];
    const job = jobs.get(path.replace('/jobs/', ''));
    if (job !== undefined && body !== '') jobs.set(job.id, { ...job, ...JSON.parse(body) });
    return job && jobs.get(job.id);
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      const value = answer(request.url ?? '', body);
      response.writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value ?? { problem: 'no such job' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
