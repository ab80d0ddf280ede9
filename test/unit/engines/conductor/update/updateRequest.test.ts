import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isEngineError } from '../../../../../src/domain/engineError.ts';
import type { TaskUpdate } from '../../../../../src/domain/taskUpdate.ts';
import { updateRequest } from '../../../../../src/engines/conductor/update/updateRequest.ts';
import { byId, byName } from '../../../../../src/engines/conductor/update/updateRequest.ts';
import { ShapeError } from '../../../../../src/http/shapeError.ts';
import { record, task } from '../builders.ts';

const now = 1_700_000_000_000;
const held = task(
  record({
    outputData: { a: 1, b: 2 },
    workerId: 'before',
    callbackAfterSeconds: 60,
    subWorkflowId: 'child',
    reasonForIncompletion: 'old',
  }),
);
const change = (mode: 'merge' | 'replace'): TaskUpdate => ({
  status: 'COMPLETED',
  output: { kind: 'object', mode, value: { b: 3 } },
});

test('by id, unchanged parts are sent as they were', () => {
  assert.deepEqual(byId(held, { status: 'COMPLETED' }, now), {
    workflowInstanceId: 'w1',
    taskId: 't1',
    status: 'COMPLETED',
    outputData: { a: 1, b: 2 },
    reasonForIncompletion: 'old',
    callbackAfterSeconds: 60,
    workerId: 'before',
    subWorkflowId: 'child',
  });
});

test('by id, only what is known is sent', () => {
  assert.deepEqual(byId(task(), {}, now), {
    workflowInstanceId: 'w1',
    taskId: 't1',
    status: 'IN_PROGRESS',
    outputData: {},
  });
});

test('by id, the output is merged here or replaced', () => {
  assert.deepEqual(byId(held, change('merge'), now).outputData, { a: 1, b: 3 });
  assert.deepEqual(byId(held, change('replace'), now).outputData, { b: 3 });
});

test('by id, fields, reason and log lines are sent too', () => {
  const fields = { workerId: 'me', callbackAfterSeconds: 0, log: ['one', '', 'two\nthree'] };
  const sent = byId(held, { status: 'FAILED', reason: 'new', fields }, now);
  assert.deepEqual(
    [sent.workerId, sent.callbackAfterSeconds, sent.reasonForIncompletion],
    ['me', 0, 'new'],
  );
  assert.deepEqual(
    sent.logs,
    ['one', 'two', 'three'].map((log) => ({ log, createdTime: now })),
  );
});

test('by name, only the change is sent, and the worker is kept', () => {
  assert.deepEqual(byName(held, change('merge')), {
    execution: 'w1',
    name: 'review',
    status: 'COMPLETED',
    output: { b: 3 },
    worker: 'before',
  });
  assert.equal(byName(held, { fields: { workerId: 'me' } }).worker, 'me');
  assert.equal(byName(held, { fields: { workerId: ' ' } }).worker, 'before');
});

test('values that the server would drop are rejected before sending', () => {
  const large: TaskUpdate = {
    output: { kind: 'object', mode: 'merge', value: { x: 'ä'.repeat(5_242_880) } },
  };
  const lines: TaskUpdate = { fields: { log: 'x\n'.repeat(11) } };
  const text: TaskUpdate = { output: { kind: 'text', text: 'hello' } };
  const refused = (kind: 'tooLarge' | 'invalid') => (error: unknown) =>
    isEngineError(error, kind) && error.nothingApplied;
  assert.throws(() => byName(held, large), refused('tooLarge'));
  assert.throws(() => byId(held, large, now), refused('tooLarge'));
  assert.throws(() => byId(held, lines, now), refused('invalid'));
  assert.throws(() => byId(held, text, now), refused('invalid'));
});

test('each route has its request, and none is ever repeated', () => {
  const odd = task(record({ referenceTaskName: 'a b', workflowInstanceId: 'w/1' }));
  const of = (route: 'sync' | 'byName' | 'byId') =>
    updateRequest(route, odd, { status: 'COMPLETED' }, now);
  assert.equal(of('byName').path, 'tasks/w%2F1/a%20b/COMPLETED');
  assert.equal(of('sync').path, 'tasks/w%2F1/a%20b/COMPLETED/sync');
  assert.equal(of('byId').path, 'tasks');
  for (const route of ['sync', 'byName', 'byId'] as const) {
    assert.deepEqual([of(route).method, of(route).idempotent], ['POST', false]);
  }
});

test('an empty answer means "not updated" by name only', () => {
  const answer = { status: 200, headers: {}, text: '' };
  const read = (route: 'sync' | 'byName' | 'byId') =>
    updateRequest(route, held, { status: 'COMPLETED' }, now).parse(answer);
  assert.deepEqual(read('byName'), { word: '' });
  assert.throws(() => read('sync'), ShapeError);
  assert.throws(() => read('byId'), ShapeError);
});
