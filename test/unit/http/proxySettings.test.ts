import { strict as assert } from 'node:assert';
import http from 'node:http';
import { type TestContext, test } from 'node:test';

import { isEngineError } from '../../../src/domain/engineError.ts';
import { client, serve, write } from './server.ts';

const { signal } = new AbortController();

/** Stands in for the function that VS Code puts in place of `http.request`. */
function patch(
  t: TestContext,
  change: (options: http.RequestOptions) => http.RequestOptions,
): void {
  const { request } = http;
  t.mock.method(http, 'request', (options: http.RequestOptions) => request(change(options)));
}

test('a request brings no agent, so that http.proxySupport "on" leads it to the proxy', async (t) => {
  const proxy = await serve(t, (_request, response) => response.end('by the proxy'));
  const { port } = new URL(proxy.url);
  // "on" skips requests that bring an agent.
  patch(t, (options) =>
    options.agent === undefined
      ? {
          ...options,
          hostname: '127.0.0.1',
          port,
          path: `http://${options.hostname}${options.path}`,
        }
      : options,
  );
  const { send } = client('http://workflows.invalid');

  assert.equal(await send(write, signal), 'by the proxy');
  assert.equal(proxy.asked[0]?.url, 'http://workflows.invalid/thing');
});

test('a connection is asked to stay open though VS Code’s own agent would close it', async (t) => {
  const server = await serve(t, (_request, response) => response.end('ok'));
  patch(t, (options) => ({ ...options, agent: new http.Agent({ keepAlive: false }) }));
  const { send } = client(server.url);

  await send(write, signal);

  assert.equal(server.asked[0]?.headers.connection, 'keep-alive');
});

test('an idle connection is closed before servers close theirs', async (t) => {
  const server = await serve(t, (_request, response) => response.end('ok'));
  const { send } = client(server.url);
  const freed = new Promise<number | undefined>((resolve) => {
    const { port } = new URL(server.url);
    http.globalAgent.on('free', function look(socket, options: http.RequestOptions) {
      if (String(options.port) !== port) return;
      http.globalAgent.off('free', look);
      setImmediate(() => resolve(socket.timeout));
    });
  });

  await send(write, signal);

  assert.equal(await freed, 4_000);
});

test('a proxy that cannot be reached is named as such, and proves that nothing was applied', async (t) => {
  const { request } = http;
  t.mock.method(http, 'request', (options: http.RequestOptions) => {
    const made = request({ ...options, lookup: () => undefined });
    // What VS Code's agent does in that case. Its text may hold the proxy's credentials.
    const error = new Error('Failed to establish a socket connection to proxies: ann:hush@p');
    setImmediate(() => {
      made.emit('proxy', { proxy: 'PROXY ann:hush@p', error });
      made.destroy(error);
    });
    return made;
  });
  const { send } = client('http://workflows.invalid');

  await assert.rejects(send(write, signal), (error) => {
    assert.ok(isEngineError(error, 'network'));
    assert.equal(error.nothingApplied, true);
    assert.equal(
      error.message,
      'The proxy for http://workflows.invalid cannot be reached: is VS Code’s http.proxy right?',
    );
    return true;
  });
});
