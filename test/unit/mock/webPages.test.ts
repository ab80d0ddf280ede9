import assert from 'node:assert/strict';
import { request as send } from 'node:http';
import { after, before, test } from 'node:test';
import { webPageRefusal } from '../../../src/mock/webPageRefusal.ts';
import { startMock, type TestMock } from '../../support/startMock.ts';

let mock: TestMock;
before(async () => {
  mock = await startMock();
});
after(() => mock.close());

/** The status of a request with these headers; `fetch` lets nobody set Host. */
function statusOf(
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number> {
  return new Promise((resolve, reject) => {
    send(new URL(path, mock.controlUrl), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('a web page can use neither the control paths nor the engines', async () => {
  const own = `127.0.0.1:${new URL(mock.controlUrl).port}`;
  const attacks = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { host: 'evil.example' },
    { host: `evil.example:${new URL(mock.controlUrl).port}` },
    { host: 'localhost.evil.example' },
    { host: '127.0.0.1.evil.example' },
    { host: 'evil.example', origin: 'http://evil.example' },
  ];
  for (const headers of attacks) {
    const said = JSON.stringify(headers);
    assert.equal(await statusOf('/__mock__/requests', headers), 403, said);
    assert.equal(await statusOf('/__mock__/reset', headers, 'POST'), 403, said);
    assert.equal(await statusOf('/api/version', headers), 403, said);
  }
  const allowed = [
    {},
    { origin: `http://${own}` },
    { 'sec-fetch-site': 'none' },
    { host: 'localhost' },
    { host: 'LOCALHOST:80' },
    { host: '[::1]:80' },
    { host: '127.9.9.9' },
  ];
  for (const headers of allowed) {
    assert.equal(await statusOf('/__mock__/clock', headers), 200, JSON.stringify(headers));
  }
});

test('what a web page sent is not recorded', async () => {
  await mock.clearRequests();

  await statusOf('/api/version', { origin: 'https://evil.example' });

  assert.deepEqual(await mock.requests(), []);
});

test('a server for other machines has other names, but not for its control paths', () => {
  const refusalAt = (url: string, host: string) =>
    webPageRefusal(new Request(`http://mock${url}`, { headers: { host } }), {
      host: '0.0.0.0',
      controlPath: '/__mock__',
    });

  assert.equal(refusalAt('/api/version', 'host.docker.internal:8080'), undefined);
  assert.equal(refusalAt('/__mock__/reset', '192.168.1.7:8080'), undefined);
  assert.match(refusalAt('/__mock__/reset', 'evil.example') ?? '', /no name/);
});
