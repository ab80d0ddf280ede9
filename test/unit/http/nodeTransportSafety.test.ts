import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type TestContext, test } from 'node:test';

import { isEngineError } from '../../../src/domain/engineError.ts';
import { client, read, serve, write } from './server.ts';

const { signal } = new AbortController();

/** A key and a certificate of its own, as one text; made anew, so that no key is kept in a file. */
function selfSigned(): string {
  const ask = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const told = ['-nodes', '-subj', '/CN=127.0.0.1', '-days', '1', '-keyout', '-', '-out', '-'];
  return execFileSync('openssl', [...ask, ...told], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** A server whose certificate nobody vouches for. */
async function untrusted(t: TestContext): Promise<{ url: string; asked(): number }> {
  let asked = 0;
  const pem = selfSigned();
  const server = https.createServer({ key: pem, cert: pem }, (_request, response) => {
    asked += 1;
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, asked: () => asked };
}

test('a server with a certificate that nobody vouches for gets no request', async (t) => {
  const server = await untrusted(t);
  for (const request of [read, write]) {
    await assert.rejects(client(server.url).send(request, signal), (error) => {
      assert.ok(isEngineError(error));
      return error.kind === 'network' && error.nothingApplied;
    });
  }
  assert.equal(server.asked(), 0);
});

test('an idle connection is closed before common servers close it', async (t) => {
  const sockets: Socket[] = [];
  const onSocket = (message: unknown) => {
    sockets.push((message as { socket: Socket }).socket);
  };
  diagnostics.subscribe('net.client.socket', onSocket);
  t.after(() => diagnostics.unsubscribe('net.client.socket', onSocket));
  // This header of its own keeps Node from telling its idle time, which the agent would follow.
  const server = await serve(t, (_request, response) =>
    response.setHeader('connection', 'keep-alive').end('ok'),
  );
  const { send } = client(server.url);

  await send(write, signal);
  await send(write, signal);

  const [socket] = sockets;
  assert.equal(sockets.length, 1);
  assert.ok(socket?.timeout !== undefined && socket.timeout > 0);
  assert.ok(socket.timeout < http.createServer().keepAliveTimeout);
});
