import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isEngineError } from '../../../../../src/domain/engineError.ts';
import { baseUrlOf } from '../../../../../src/engines/xpander/connection/baseUrlOf.ts';

const cloud = 'https://inbound.xpander.ai';
const table: readonly (readonly [string, string | undefined, string])[] = [
  [cloud, undefined, cloud],
  [`${cloud}/`, undefined, cloud],
  [` ${cloud}/v1/ `, undefined, cloud],
  [cloud, 'org-1', cloud],
  ['http://127.0.0.1:4100/prefix/', 'org-1', 'http://127.0.0.1:4100/prefix'],
  ['http://127.0.0.1:19016', 'org-1', 'http://127.0.0.1:19016'],
  ['http://127.0.0.1:9016', 'org-1', 'http://127.0.0.1:9016/org-1'],
  ['https://example.com/x/agent-controller', 'org-1', 'https://example.com/x/agent-controller'],
  ['https://Agent-Controller-acme.example.com', 'o', 'https://agent-controller-acme.example.com/o'],
  ['https://agent-controller.example.com/', 'org-1', 'https://agent-controller.example.com/org-1'],
  [
    'https://agent-controller.example.com/org-1/',
    'org-1',
    'https://agent-controller.example.com/org-1',
  ],
  [
    'https://example.com/agent-controller',
    'my org/ü',
    'https://example.com/agent-controller/my%20org%2F%C3%BC',
  ],
];

for (const [url, organization, expected] of table) {
  test(`${url} with ${organization ?? 'no organization'} is ${expected}`, () => {
    const details = organization === undefined ? {} : { organization };

    assert.equal(baseUrlOf({ url, details }), expected);
  });
}

test('a self-hosted controller without an organization is rejected with one sentence', () => {
  assert.throws(
    () => baseUrlOf({ url: 'https://agent-controller.example.com', details: {} }),
    (error) => isEngineError(error, 'invalid') && /organization/.test(error.message),
  );
});

for (const url of ['https://api.xpander.ai/v1', 'https://app.xpander.ai']) {
  test(`${url} is rejected, since it cannot update tasks`, () => {
    assert.throws(
      () => baseUrlOf({ url, details: {} }),
      (error) => isEngineError(error, 'unsupported') && error.message.includes(cloud),
    );
  });
}

for (const url of ['', 'example.com', 'https://', 'ftp://h', 'https://user:pass@h']) {
  test(`"${url}" is rejected with one sentence`, () => {
    assert.throws(
      () => baseUrlOf({ url, details: {} }),
      (error) => isEngineError(error, 'invalid') && error.message.endsWith('.'),
    );
  });
}
