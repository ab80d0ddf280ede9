import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isEngineError } from '../../../../../src/domain/engineError.ts';
import { parseTask } from '../../../../../src/engines/conductor/wire/records.ts';
import { ShapeError } from '../../../../../src/http/shapeError.ts';
import { record, task, work } from '../builders.ts';

test('every status has its state and is terminal or not', () => {
  const table = [
    ['SCHEDULED', 'running', false],
    ['IN_PROGRESS', 'running', false],
    ['COMPLETED', 'succeeded', true],
    ['COMPLETED_WITH_ERRORS', 'warned', true],
    ['FAILED', 'failed', true],
    ['FAILED_WITH_TERMINAL_ERROR', 'failed', true],
    ['TIMED_OUT', 'failed', true],
    ['CANCELED', 'cancelled', true],
    ['SKIPPED', 'cancelled', true],
    ['SOMETHING_NEW', 'unknown', false],
    ['constructor', 'unknown', false],
  ] as const;
  for (const [status, state, terminal] of table) {
    const found = task(work({ status }));
    assert.deepEqual([found.status, found.state, found.terminal], [status, state, terminal]);
  }
  assert.equal(task(work({ status: 'SOMETHING_NEW', endTime: 5 })).terminal, true);
});

test('a task is waiting where somebody outside has to act', () => {
  const of = (type: string, status: string, more: object = {}) =>
    task(record({ taskType: type, status, workflowTask: { type, ...more } })).state;
  assert.equal(of('HUMAN', 'IN_PROGRESS'), 'waiting');
  assert.equal(of('WAIT', 'IN_PROGRESS'), 'waiting');
  assert.equal(of('WAIT', 'SCHEDULED'), 'waiting');
  for (const type of ['PULL_WORKFLOW_MESSAGES', 'YIELD', 'WAIT_FOR_WEBHOOK']) {
    assert.equal(of(type, 'IN_PROGRESS'), 'waiting', type);
    assert.equal(of(type, 'COMPLETED'), 'succeeded', type);
  }
  assert.equal(of('LLM_CHAT_COMPLETE', 'IN_PROGRESS'), 'running');
  assert.equal(of('EVENT', 'IN_PROGRESS', { asyncComplete: true }), 'waiting');
  assert.equal(of('EVENT', 'SCHEDULED', { asyncComplete: true }), 'running');
  assert.equal(of('HTTP', 'IN_PROGRESS'), 'running');
  assert.equal(task(work({ status: 'IN_PROGRESS' })).state, 'running');
});

test('the type is the definition’s, and a worker’s where the server knows no such type', () => {
  const of = (taskType: string, type?: string) =>
    task(record({ taskType, workflowTask: type === undefined ? null : { type } })).type;
  assert.equal(of('do_it', 'SIMPLE'), 'SIMPLE');
  assert.equal(of('do_it', 'DYNAMIC'), 'SIMPLE');
  assert.equal(of('HTTP', 'DYNAMIC'), 'HTTP');
  for (const system of ['LLM_CHAT_COMPLETE', 'AGENT', 'CALL_MCP_TOOL', 'YIELD', 'GENERATE_PDF']) {
    assert.equal(of(system, 'DYNAMIC'), system);
    assert.equal(of(system), system);
  }
  assert.equal(of('AGENT_SMITH', 'DYNAMIC'), 'SIMPLE');
  assert.equal(of('do_it'), 'SIMPLE');
  assert.equal(of('WAIT'), 'WAIT');
  assert.equal(of('FORK', 'FORK_JOIN'), 'FORK_JOIN');
  assert.equal(of('new', 'LLM_TEXT_COMPLETE'), 'LLM_TEXT_COMPLETE');
});

test('a full record keeps the fields that people need', () => {
  const full = task(
    record({
      reasonForIncompletion: 'no',
      retryCount: 2,
      iteration: 3,
      scheduledTime: 10,
      startTime: 20,
      endTime: 40,
      updateTime: 30,
      workerId: 'me',
      subWorkflowId: 'child',
      inputData: { subWorkflowName: 'kid' },
      outputData: { a: 1 },
    }),
  );
  assert.deepEqual(full.ref, { connection: 'c', workflow: 'flow', execution: 'w1', task: 't1' });
  const { name, definition, reason, attempt, iteration, worker, child, output } = full;
  assert.deepEqual(
    { name, definition, reason, attempt, iteration, worker, child, output },
    {
      name: 'review',
      definition: 'human_review',
      reason: 'no',
      attempt: 2,
      iteration: 3,
      worker: 'me',
      child: { execution: 'child', workflow: 'kid' },
      output: { a: 1 },
    },
  );
  // Servers do not change updateTime when they complete a started task.
  assert.deepEqual(
    [full.scheduledAt, full.startedAt, full.endedAt, full.updatedAt],
    [10, 20, 40, 40],
  );
});

test('a loop task belongs to none of its iterations', () => {
  const loop = record({ taskType: 'DO_WHILE', workflowTask: { type: 'DO_WHILE' }, iteration: 2 });
  assert.equal(task(loop).iteration, undefined);
});

test('odd fields hide no task, and zero times are no times', () => {
  const odd = task(
    record({
      inputData: null,
      outputData: [1],
      retryCount: null,
      startTime: 0,
      updateTime: 'x',
      workflowTask: 7,
      taskDefinition: null,
    }),
  );
  assert.deepEqual([odd.input, odd.output, odd.attempt], [{}, {}, 0]);
  assert.deepEqual([odd.startedAt, odd.updatedAt, odd.endedAt], [undefined, undefined, undefined]);
});

test('a number with a fraction of zero is that number, and an empty text is none', () => {
  const text = `{"taskId":"t","referenceTaskName":"h","workflowInstanceId":"w","status":"IN_PROGRESS",
    "taskType":"HUMAN","retryCount":2.0,"startTime":1700000000000.0,"callbackAfterSeconds":6e1,
    "externalOutputPayloadStoragePath":"","reasonForIncompletion":"","taskDefName":"","workflowType":"",
    "correlationId":"","endTime":1e400,"iteration":3.0,"outputData":{}}`;
  const read = task(parseTask({ status: 200, headers: {}, text }));
  assert.deepEqual([read.attempt, read.iteration, read.startedAt], [2, 3, 1_700_000_000_000]);
  assert.deepEqual([read.endedAt, read.terminal, read.reason], [undefined, false, undefined]);
  assert.equal(read.engineFields['callbackAfterSeconds'], 60);
  assert.notEqual(read.options.output, undefined);
  assert.equal(read.isOutputHidden, undefined);
});

test('an entry without an id is not a task', () => {
  const answer = { status: 200, headers: {}, text: '{"status":"COMPLETED"}' };
  assert.throws(
    () => parseTask(answer),
    (error) => error instanceof ShapeError && error.problems.includes('taskId is missing'),
  );
  assert.equal(isEngineError(new ShapeError([])), false);
});
