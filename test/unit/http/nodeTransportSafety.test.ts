import assert from 'node:assert/strict';
import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type TestContext, test } from 'node:test';

import { isEngineError } from '../../../src/domain/engineError.ts';
import { client, read, serve, write } from './server.ts';

const { signal } = new AbortController();

// Made for this test: nobody trusts this certificate, and the key opens nothing.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWzn6C1lOZbVlQ3yT
rmWAlA2eOrjjDOVqiH2sCmLTSA+hRANCAAQNQZQJyGpCxxbDgIA5lWkz+JjWq8gw
59iYcrhSxB6JvpLgA8NXEoS5/+Xhyb/+NwximdutodFMV0t71HciDHzv
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUb3tWkF1v1kCBmgLJjQmcd3tV4HcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyOTA5MjEwM1oYDzIxMjYxMTA1
MDkyMTAzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQNQZQJyGpCxxbDgIA5lWkz+JjWq8gw59iYcrhSxB6JvpLgA8NXEoS5
/+Xhyb/+NwximdutodFMV0t71HciDHzvo2QwYjAdBgNVHQ4EFgQUvXXe2Xmn01mt
cq2ppRXqK3KmF8UwHwYDVR0jBBgwFoAUvXXe2Xmn01mtcq2ppRXqK3KmF8UwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IErQi0cSP/WoZUN/onwd1sP5ZhvdikvDvZ+I3OO0kfyFAiEAv1lD9CJHhH15PkbR
dmqz3u72J49sRgzoOInjOhEVlLU=
-----END CERTIFICATE-----`;

/** A server whose certificate nobody vouches for. */
async function untrusted(t: TestContext): Promise<{ url: string; asked(): number }> {
  let asked = 0;
  const server = https.createServer({ key, cert }, (_request, response) => {
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
