import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { scene } from './scene.ts';

const { refund, parcel } = demoTaskIds;

test('sets the keys that are there and leaves the others', async () => {
  const { patch, task } = scene();
  const before = await task(parcel);
  const after = await patch(parcel, { source: 'editor' });

  assert.deepEqual(after, { ...before, source: 'editor' });
});

test('an empty result clears, and null wipes as the save of a whole task does', async () => {
  const { patch } = scene();

  assert.equal((await patch(parcel, { result: '' }))['result'], '');
  assert.equal((await patch(parcel, { status: 'completed', result: null }))['result'], null);
});

test('the extension is merged into the one that the task has', async () => {
  const { patch } = scene();
  const after = await patch(refund, { tool_call_payload_extension: { trace: 'abc' } });

  assert.deepEqual(after['payload_extension'], { headers: { 'X-Ticket': '5512' }, trace: 'abc' });
});

test('takes the whole record back as the SDK saves it, odd defaults and all', async () => {
  const { patch, task } = scene();
  const record: Wire = await task(refund);
  delete record['deep_planning'];
  const after = await patch(refund, {
    ...record,
    internal_status: 'checked',
    expected_output: [null],
    mcp_servers: [[]],
    triggering_agent_id: [null],
  });

  assert.deepEqual(
    [after['expected_output'], after['mcp_servers'], after['triggering_agent_id']],
    [null, [], null],
  );
  assert.equal(after['internal_status'], 'checked');
  assert.deepEqual(await task(refund), after);
});

test('accepts a compressed body', async () => {
  const { ask } = scene();
  const answer = await ask(`/agent-execution/${refund}/update`, {
    method: 'PATCH',
    headers: { 'content-encoding': 'gzip' },
    raw: new Uint8Array(gzipSync('{"result":"packed"}')),
  });

  assert.equal(((await answer.json()) as { result: string }).result, 'packed');
});

const refused: readonly (readonly [string, string])[] = [
  ['{"status":"done"}', 'status'],
  ['{"status":7}', 'status'],
  ['{"result":{"a":1}}', 'result'],
  ['{"source":1}', 'source'],
  ['{"tool_call_payload_extension":"x"}', 'tool_call_payload_extension'],
];

for (const [raw, field] of refused) {
  test(`rejects ${raw} with 422 and changes nothing`, async () => {
    const { ask, task } = scene();
    const before = await task(refund);
    const answer = await ask(`/agent-execution/${refund}/update`, { method: 'PATCH', raw });
    const { detail } = (await answer.json()) as { detail: { loc: unknown; msg: string }[] };

    assert.equal(answer.status, 422);
    assert.deepEqual(detail[0]?.loc, ['body', field]);
    assert.deepEqual(await task(refund), before);
  });
}

for (const raw of ['{', '[]', '"text"', '']) {
  test(`rejects the body ${JSON.stringify(raw)}`, async () => {
    const { ask } = scene();
    const answer = await ask(`/agent-execution/${refund}/update`, { method: 'PATCH', raw });

    assert.equal(answer.status, 422);
  });
}
