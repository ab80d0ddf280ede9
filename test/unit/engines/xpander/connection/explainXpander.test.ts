import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseJson } from '../../../../../src/domain/json.ts';
import { explainXpander } from '../../../../../src/engines/xpander/connection/explainXpander.ts';

const table = [
  ['{"detail":"Invalid or missing API key"}', 'Invalid or missing API key'],
  [
    '{"detail":[{"loc":["body","status"],"msg":"Input should be one of them","type":"enum"}]}',
    'status: Input should be one of them',
  ],
  ['{"detail":[{"loc":["query","page",0],"msg":"a"},{"msg":"b"},7]}', 'query.page.0: a; b'],
  ['{"message":"billing limit reached"}', 'billing limit reached'],
  ['{"error":"broken"}', 'broken'],
  ['"just a text"', 'just a text'],
] as const;

for (const [body, reason] of table) {
  test(`reads the reason in ${body}`, () => {
    assert.deepEqual(explainXpander(parseJson(body)), { reason });
  });
}

for (const body of ['{}', '[]', 'null', '{"detail":[]}', '{"detail":""}', '{"detail":{"a":1}}']) {
  test(`finds no reason in ${body}`, () => {
    assert.deepEqual(explainXpander(parseJson(body)), {});
  });
}
