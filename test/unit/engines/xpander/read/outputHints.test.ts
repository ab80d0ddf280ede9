import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { outputHints } from '../../../../../src/engines/xpander/read/outputHints.ts';
import { createTaskPages } from '../../../../../src/engines/xpander/read/taskPages.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';
import { fakeTask } from '../../../../support/fakeTask.ts';

const { signal } = new AbortController();
const task = { ...fakeTask, ref: { connection: 'x', workflow: 'a1', task: 't1' } };
const whole = { id: 't1', agent_id: 'a1' };

function server(record: object, list?: readonly object[]): Send {
  return async (request) => {
    const isPage = request.path.startsWith('v1/') || request.path.includes('history');
    const body = isPage ? list && { items: list, total: list.length } : record;
    if (body === undefined) throw new EngineError('forbidden', 'no', { nothingApplied: true });
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
}

const hints = (send: Send) => outputHints(send, createTaskPages(send), task, signal);

test('a JSON Schema of the task is the schema, the SDK’s short form are keys', async () => {
  const output_schema = { type: 'object', properties: { a: { type: 'string' } } };
  const full = await hints(server({ ...whole, output_schema }));
  assert.deepEqual(full, { keys: [], schema: output_schema, earlier: [] });
  const short = { analysis: 'string', type: 'array' };
  const { keys, schema } = await hints(server({ ...whole, output_schema: short }));
  assert.deepEqual([keys.map(({ path }) => path), schema], [[['analysis'], ['type']], undefined]);
  for (const none of [undefined, null, {}, 'text']) {
    const nothing = await hints(server({ ...whole, output_schema: none }));
    assert.deepEqual(nothing, { keys: [], earlier: [] });
  }
});

test('earlier results are the agent’s newest completed ones, five at most', async () => {
  const listed = (id: string, more: object = {}) => ({
    id,
    agent_id: 'a1',
    status: 'completed',
    title: `Task ${id}`,
    updated_at: `2026-05-0${id}T10:00:00Z`,
    result: `result ${id}`,
    ...more,
  });
  const list = [
    listed('1'),
    listed('2', { result: ' ' }),
    listed('3', { status: 'failed' }),
    listed('t1', { updated_at: '2026-05-09T10:00:00Z' }),
    ...['4', '5', '6', '7', '8'].map((id) => listed(id, { title: id === '8' ? '' : `Task ${id}` })),
  ];
  const { earlier } = await hints(server(whole, list));
  assert.deepEqual(
    earlier.map(({ source, value }) => [source, value]),
    [
      ['8', 'result 8'],
      ['Task 7', 'result 7'],
      ['Task 6', 'result 6'],
      ['Task 5', 'result 5'],
      ['Task 4', 'result 4'],
    ],
  );
  assert.equal(earlier[0]?.endedAt, Date.parse('2026-05-08T10:00:00Z'));
});
