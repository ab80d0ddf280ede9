import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { parseCommandLine } from '../../../src/mock/commandLine.ts';
import { createMock } from '../../../src/mock/mock.ts';

const base = 'http://mock.test/api';

function orkesMock(tokenLifetimeMs?: number) {
  const lifetime = tokenLifetimeMs === undefined ? {} : { tokenLifetimeMs };
  let time = 1_700_000_000_000;
  const mock = createMock({
    seed: 'empty',
    now: () => time,
    orkes: { keys: { k1: 's1', k2: 's2' }, ...lifetime },
  });
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await mock.fetch(new Request(base + path, init));
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const token = async (body: string) => await ask('/token', { method: 'POST', body });
  const read = (given: string) =>
    ask('/metadata/workflow', { headers: { 'x-authorization': given } });
  return { ask, token, read, pass: (ms: number) => (time += ms) };
}

test('every key has its own secret, and a wrong one is rejected', async () => {
  const { token } = orkesMock();
  for (const [id, secret] of [
    ['k1', 's1'],
    ['k2', 's2'],
  ]) {
    const { status, body } = await token(JSON.stringify({ keyId: id, keySecret: secret }));
    assert.equal(status, 200);
    assert.match(body.token, /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  }
  for (const body of ['{"keyId":"k1","keySecret":"s2"}', '{"keyId":"toString"}', '[]', 'x', '']) {
    assert.equal((await token(body)).status, 401, body);
  }
});

test('no token, a made-up one and an old one are told apart', async () => {
  const { ask, token, read, pass } = orkesMock(60_000);
  const granted = (await token('{"keyId":"k1","keySecret":"s1"}')).body.token as string;
  assert.equal((await read(granted)).status, 200);
  assert.deepEqual(
    [(await ask('/metadata/workflow')).body.error, (await read('made-up')).body.error],
    ['INVALID_TOKEN', 'INVALID_TOKEN'],
  );
  pass(60_000);
  const over = await read(granted);
  assert.deepEqual([over.status, over.body.error], [401, 'EXPIRED_TOKEN']);
});

test('tokens last 45 minutes unless another time is given', async () => {
  const { token, read, pass } = orkesMock();
  const granted = (await token('{"keyId":"k1","keySecret":"s1"}')).body.token as string;
  pass(45 * 60_000 - 1);
  assert.equal((await read(granted)).status, 200);
  pass(1);
  assert.equal((await read(granted)).status, 401);
});

test('an update by name without an open task is a 404, where open source answers an empty 200', async () => {
  const { ask, token } = orkesMock();
  const granted = (await token('{"keyId":"k1","keySecret":"s1"}')).body.token as string;
  const headers = { 'x-authorization': granted, 'content-type': 'application/json' };
  const update = { method: 'POST', headers, body: '{}' };
  const { status, body } = await ask('/tasks/no-flow/review/COMPLETED', update);
  assert.equal(status, 404);
  assert.match(body.message, /no-flow/);
});

test('open source knows no token path and asks for none', async () => {
  const mock = createMock({ seed: 'empty' });
  const asked = await mock.fetch(new Request(`${base}/token`, { method: 'POST', body: '{}' }));
  assert.equal(asked.status, 404);
  assert.equal((await mock.fetch(new Request(`${base}/metadata/workflow`))).status, 200);
});

test('the other engines require no token of Orkes', async () => {
  const mock = createMock({ orkes: { keys: { k1: 's1' } } });
  const headers = { authorization: 'Bearer any', 'x-api-key': 'any' };
  for (const path of ['/api/v1/token/inspect', '/agents/list', '/health']) {
    const answer = await mock.fetch(new Request(`http://mock.test${path}`, { headers }));
    assert.equal(answer.status, 200, path);
  }
});

test('--orkes names a key and its secret, any number of times', () => {
  const line = parseCommandLine(['--orkes', 'k1:a:b', '--orkes=k2:c', '--port', '0']);
  assert.deepEqual(line, {
    kind: 'ok',
    options: { orkes: { keys: { k1: 'a:b', k2: 'c' } }, port: 0 },
  });
  for (const value of ['k1', ':s', 'k1:']) {
    assert.equal(parseCommandLine(['--orkes', value]).kind, 'bad', value);
  }
});
