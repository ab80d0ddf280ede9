import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseJson, stringifyJson } from '../../../../../src/domain/json.ts';
import type { TaskUpdate } from '../../../../../src/domain/taskUpdate.ts';
import { patchBody } from '../../../../../src/engines/xpander/update/patchBody.ts';

const table: readonly (readonly [string, TaskUpdate, string])[] = [
  ['nothing', {}, '{}'],
  ['a status alone', { status: 'paused' }, '{"status":"paused"}'],
  ['an empty result, which clears', { output: { kind: 'text', text: '' } }, '{"result":""}'],
  [
    'an object as a result, which the API takes as text',
    { output: { kind: 'object', mode: 'replace', value: { a: [1] } } },
    String.raw`{"result":"{\"a\":[1]}"}`,
  ],
  [
    'an empty extension',
    { fields: { tool_call_payload_extension: {} } },
    '{"tool_call_payload_extension":{}}',
  ],
  ['an empty source', { fields: { source: '' } }, '{"source":""}'],
  ['a field of another engine', { fields: { workerId: 'w' }, reason: 'r' }, '{}'],
  [
    'all five, in the order of the SDK',
    {
      status: 'executing',
      output: { kind: 'text', text: 'ü 🧵\n' },
      fields: {
        last_executed_node_id: 'n-1',
        source: 'editor',
        tool_call_payload_extension: { headers: { 'X-Trace-ID': 'abc-123' } },
      },
    },
    String.raw`{"tool_call_payload_extension":{"headers":{"X-Trace-ID":"abc-123"}},"source":"editor","status":"executing","last_executed_node_id":"n-1","result":"ü 🧵\n"}`,
  ],
];

for (const [what, update, expected] of table) {
  test(`sends ${what}`, () => {
    assert.equal(stringifyJson(patchBody(update)), expected);
  });
}

test('keeps the digits of numbers in the extension', () => {
  const extension = parseJson('{"n":12345678901234567890.10}');
  const body = patchBody({ fields: { tool_call_payload_extension: extension } });

  assert.equal(
    stringifyJson(body),
    '{"tool_call_payload_extension":{"n":12345678901234567890.10}}',
  );
});
