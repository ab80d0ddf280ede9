import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError, isAbort } from '../../../../../src/domain/engineError.ts';
import {
  createCapabilities,
  isAtLeast,
} from '../../../../../src/engines/conductor/connection/capabilities.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';

const { signal } = new AbortController();

/** A server with these answers to the two questions: a version, or an error of this status. */
function server(version: string | number, sync: number, words = '') {
  const asked: string[] = [];
  const send: Send = async (request) => {
    asked.push(request.path);
    const said = request.path === 'version' ? version : sync;
    if (typeof said === 'string') {
      return request.parse({ status: 200, headers: {}, text: said });
    }
    throw new EngineError('unsupported', words, { status: said, nothingApplied: true });
  };
  return { asked, find: createCapabilities(send) };
}

test('a server is known by its version, or by its routes', async () => {
  const table = [
    [server('3.32.1', 0), { version: '3.32.1', hasSync: true, canCancel: true }],
    [server('3.32.0-rc.1', 0), { version: '3.32.0-rc.1', hasSync: true, canCancel: true }],
    [server('3.31.2', 0), { version: '3.31.2', hasSync: true, canCancel: false }],
    [server(404, 405), { hasSync: true, canCancel: false }],
    [server(404, 500, 'GET is not supported'), { hasSync: true, canCancel: false }],
    [server(404, 500, 'other'), { hasSync: false, canCancel: false }],
    [server(403, 403), { hasSync: false, canCancel: false }],
    [server(404, 404), { hasSync: false, canCancel: false }],
  ] as const;
  for (const [{ find }, expected] of table) assert.deepEqual(await find(signal), expected);
});

test('known capabilities are not requested again', async () => {
  const { asked, find } = server('3.32.1', 0);
  await find(signal);
  await find(signal);
  assert.deepEqual(asked, ['version']);
});

test('unknown capabilities count as the minimum and are requested again', async () => {
  const { asked, find } = server(503, 503);
  assert.deepEqual(await find(signal), { hasSync: false, canCancel: false });
  await find(signal);
  assert.deepEqual(asked, ['version', 'version']);
});

test('an abort passes through', async () => {
  const find = createCapabilities(async () => {
    throw new DOMException('stop', 'AbortError');
  });
  await assert.rejects(find(signal), isAbort);
});

test('versions are compared number by number', () => {
  const table = [
    ['3.32.0', true],
    ['3.32', true],
    ['4', true],
    ['3.100.1', true],
    ['3.31.99', false],
    ['3', false],
    ['x', false],
  ] as const;
  for (const [version, expected] of table) {
    assert.equal(isAtLeast(version, [3, 32, 0]), expected, version);
  }
});
