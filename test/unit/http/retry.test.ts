import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isAbort, isEngineError } from '../../../src/domain/engineError.ts';
import { client, read, serve, type TestServer, write } from './server.ts';
import type { TestContext } from 'node:test';

const { signal } = new AbortController();

/** Answers with these statuses in turn, then with 200. */
async function inTurn(
  t: TestContext,
  statuses: readonly number[],
  headers: Record<string, string> = {},
): Promise<TestServer> {
  let next = 0;
  return await serve(t, (_request, response) => {
    response.writeHead(statuses[next++] ?? 200, headers).end('done');
  });
}

test('a read is asked again after a passing failure', async (t) => {
  const server = await inTurn(t, [503, 500]);
  const { send } = client(server.url);

  assert.equal(await send(read, signal), 'done');
  assert.equal(server.asked.length, 3);
});

test('a read that keeps failing fails with the last reason', async (t) => {
  const server = await inTurn(t, [503, 503, 503]);
  const { send } = client(server.url);

  await assert.rejects(send(read, signal), (error) => isEngineError(error, 'unavailable'));
  assert.equal(server.asked.length, 3);
});

test('a read is not asked again after a refusal', async (t) => {
  for (const status of [400, 401, 403, 404, 409]) {
    const server = await inTurn(t, [status]);
    const { send } = client(server.url);

    await assert.rejects(send(read, signal), (error) => isEngineError(error));
    assert.equal(server.asked.length, 1, String(status));
  }
});

test('what changes something is sent once, whatever the failure', async (t) => {
  for (const status of [500, 503, 429]) {
    const server = await inTurn(t, [status], { 'retry-after': '0' });
    const { send } = client(server.url);

    await assert.rejects(send(write, signal), (error) => isEngineError(error));
    assert.equal(server.asked.length, 1, String(status));
  }
});

test('Retry-After is waited for, unless it is too long', async (t) => {
  const soon = await inTurn(t, [429], { 'retry-after': '2' });
  const quick = client(soon.url);
  assert.equal(await quick.send(read, signal), 'done');
  assert.deepEqual(quick.waits, [2_000]);

  const late = await inTurn(t, [429], { 'retry-after': '3600' });
  const slow = client(late.url);
  await assert.rejects(
    slow.send(read, signal),
    (error) => isEngineError(error, 'rateLimited') && error.retryAfterMs === 3_600_000,
  );
  assert.deepEqual([late.asked.length, slow.waits], [1, []]);
});

test('a server whose clock is hours off is waited for no longer than it asks', async (t) => {
  const server = await inTurn(t, [429], {
    date: 'Thu, 01 Jan 2099 00:00:00 GMT',
    'retry-after': 'Thu, 01 Jan 2099 00:00:03 GMT',
  });
  const { send, waits } = client(server.url);

  assert.equal(await send(read, signal), 'done');
  assert.deepEqual(waits, [3_000]);
});

test('an abort between two tries ends them with AbortError', async (t) => {
  const server = await inTurn(t, [503, 503, 503]);
  const stop = new AbortController();
  const { send } = client(server.url, {
    retry: { retries: 2, firstPauseMs: 60_000, longestPauseMs: 60_000 },
    log: { debug: () => queueMicrotask(() => stop.abort(new Error('odd reason'))) },
  });

  await assert.rejects(send(read, stop.signal), isAbort);
  assert.equal(server.asked.length, 1);
});
