import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import type { Engine } from '../../src/domain/engine.ts';
import type { Task } from '../../src/domain/task.ts';
import { cogniteConnection, cogniteEngine } from '../support/cogniteEngine.ts';
import { createCogniteClient, type CogniteClient, waitingTask } from '../support/cogniteClient.ts';
import { startMock, type TestMock } from '../support/startMock.ts';

// Proves the examples of the vendor's API page "Update task status" (POST
// /workflows/tasks/{taskId}/update).

const { signal } = new AbortController();
let mock: TestMock;
let client: CogniteClient;
let engine: Engine;

before(async () => {
  mock = await startMock({ seed: 'empty' });
  client = createCogniteClient(mock.cogniteUrl);
  engine = cogniteEngine(cogniteConnection(mock.cogniteUrl));
  const tasks = [
    waitingTask('first', { retries: 0 }),
    waitingTask('second', { dependsOn: [{ externalId: 'first' }] }),
  ];
  await client.define('my workflow', tasks);
});

after(async () => {
  await mock.close();
});

/** Starts a run and reads its task at this index. */
async function runAndRead(index: number): Promise<Task> {
  const execution = await client.run('my workflow');
  return await taskOf(execution, index);
}

async function taskOf(execution: string, index: number): Promise<Task> {
  const detail = await engine.readExecution?.(execution, signal);
  const node = detail?.nodes[index];
  assert.ok(node?.kind === 'task');
  return node.task;
}

async function readAgain(task: Task): Promise<Task> {
  const again = await engine.readTask(task.ref, signal);
  assert.ok(again);
  return again;
}

async function lastBody(): Promise<unknown> {
  const updates = (await mock.requests()).filter(({ path }) => path.endsWith('/update'));
  return JSON.parse(updates.at(-1)?.body ?? '');
}

test('tasks.update(id, "completed") completes the task and the next one starts', async () => {
  const task = await runAndRead(0);

  const answer = await engine.send(task, { status: 'COMPLETED' }, signal);

  assert.equal(answer.accepted, true, answer.said);
  assert.equal((await readAgain(task)).status, 'COMPLETED');
  assert.deepEqual(await lastBody(), { status: 'COMPLETED' });
  assert.equal((await taskOf(task.ref.execution ?? '', 1)).status, 'IN_PROGRESS');
});

test('tasks.update(id, "failed", output={"a": 1, "b": 2}) fails it with that output', async () => {
  const task = await runAndRead(0);
  const output = { kind: 'object', mode: 'merge', value: { a: 1, b: 2 } } as const;

  const answer = await engine.send(task, { status: 'FAILED', output }, signal);

  assert.equal(answer.accepted, true, answer.said);
  const failed = await readAgain(task);
  assert.equal(failed.status, 'FAILED');
  assert.ok(typeof failed.output === 'object');
  assert.deepEqual([failed.output['a'], failed.output['b']], [1, 2]);
  assert.ok('callId' in failed.output, 'what the function returned is still there');
  assert.deepEqual(await lastBody(), { status: 'FAILED', output: { a: 1, b: 2 } });
  const detail = await engine.readExecution?.(task.ref.execution ?? '', signal);
  assert.equal(detail?.execution.status, 'FAILED');
});

test('run, read the details, complete the second task: the run is completed', async () => {
  const first = await runAndRead(0);
  await engine.send(first, { status: 'COMPLETED' }, signal);
  const second = await taskOf(first.ref.execution ?? '', 1);

  const answer = await engine.send(second, { status: 'COMPLETED' }, signal);

  assert.equal(answer.accepted, true, answer.said);
  assert.equal((await readAgain(second)).status, 'COMPLETED');
  const detail = await engine.readExecution?.(first.ref.execution ?? '', signal);
  assert.equal(detail?.execution.status, 'COMPLETED');
});

test('the second task cannot be completed before the first one', async () => {
  const second = await runAndRead(1);

  assert.equal(second.status, 'not started');
  assert.equal(second.options.unavailable, 'The task has not started yet: it waits for first.');
  await assert.rejects(engine.send(second, { status: 'COMPLETED' }, signal), /has not started/);
});
