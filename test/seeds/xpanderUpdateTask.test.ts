import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { snapshotOf } from '../../src/domain/snapshot.ts';
import type { Engine } from '../../src/domain/engine.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import { startMock, type TestMock } from '../support/startMock.ts';
import { createXpanderClient, type XpanderClient } from '../support/xpanderClient.ts';
import { xpanderEngine } from '../support/xpanderEngine.ts';

// Proves the examples of the vendor's page "update" of the Tasks module (Tasks.aupdate), as
// requests of our own engine.

const { signal } = new AbortController();
let mock: TestMock;
let engine: Engine;
let client: XpanderClient;
let agent: string;

before(async () => {
  mock = await startMock({ seed: 'empty' });
  engine = xpanderEngine(mock.xpanderUrl);
  client = createXpanderClient(mock.xpanderUrl);
  agent = await client.addAgent('Summaries');
});
after(() => mock.close());

/** The task that the examples update, in its state before each of them. */
async function taskXyz(): Promise<Task> {
  const body = { id: 'task_xyz', title: 'Summary', status: 'paused' };
  const task = await client.reportTask(agent, body);
  const read = await engine.readTask({ connection: 'x1', workflow: agent, task }, signal);
  assert.ok(read);
  return read;
}

interface Example {
  readonly name: string;
  readonly update: TaskUpdate;
  /** The exact body that the vendor's SDK sends: only the fields that were passed. */
  readonly body: string;
  readonly status: string;
  readonly result: string | undefined;
}

const examples: readonly Example[] = [
  {
    name: 'the first example: complete with a final summary',
    update: {
      status: 'completed',
      output: { kind: 'text', text: 'Final summary: …' },
    },
    body: '{"status":"completed","result":"Final summary: …"}',
    status: 'completed',
    result: 'Final summary: …',
  },
  {
    name: 'mark complete',
    update: { status: 'completed', output: { kind: 'text', text: 'Done' } },
    body: '{"status":"completed","result":"Done"}',
    status: 'completed',
    result: 'Done',
  },
  {
    name: 'mark errored',
    update: {
      status: 'error',
      output: { kind: 'text', text: 'Connector failed: 503 Service Unavailable' },
    },
    body: '{"status":"error","result":"Connector failed: 503 Service Unavailable"}',
    status: 'error',
    result: 'Connector failed: 503 Service Unavailable',
  },
  {
    name: 'update only the payload extension',
    update: {
      fields: { tool_call_payload_extension: { headers: { 'X-Trace-ID': 'abc-123' } } },
    },
    body: '{"tool_call_payload_extension":{"headers":{"X-Trace-ID":"abc-123"}}}',
    status: 'paused',
    result: undefined,
  },
  {
    name: 'the sync version: complete and nothing else',
    update: { status: 'completed' },
    body: '{"status":"completed"}',
    status: 'completed',
    result: undefined,
  },
];

for (const { name, update, body, status, result } of examples) {
  test(name, async () => {
    const task = await taskXyz();
    await mock.clearRequests();

    const { shows, ...answer } = await engine.send(task, update, signal);
    const [request, ...others] = await mock.requests();
    const shown = await engine.readTask(task.ref, signal);

    assert.deepEqual(answer, { accepted: true, said: `200: the task is ${status}.` });
    assert.deepEqual(shows, shown && snapshotOf(shown));
    assert.deepEqual(others, []);
    assert.deepEqual(
      [request?.method, request?.path, request?.query, request?.body],
      ['PATCH', '/agent-execution/task_xyz/update', '', body],
    );
    assert.equal(request?.headers['content-type'], 'application/json');
    assert.equal(request?.headers['x-api-key'], 'key of the test');
    assert.deepEqual([shown?.status, shown?.output], [status, result]);
  });
}

test('the payload extension arrives, and leaves the task as it is otherwise', async () => {
  const task = await taskXyz();
  const untouched = await client.readTask('task_xyz');
  const extension = { headers: { 'X-Trace-ID': 'def-456' } };

  await engine.send(task, { fields: { tool_call_payload_extension: extension } }, signal);

  assert.deepEqual(await client.readTask('task_xyz'), {
    ...untouched,
    payload_extension: extension,
  });
});

test('404: the task does not exist', async () => {
  const task = await taskXyz();
  const gone = { ...task, ref: { ...task.ref, task: 'task_abc' } };

  assert.deepEqual(await engine.send(gone, { status: 'completed' }, signal), {
    accepted: false,
    said: 'The server answered 404: Task not found',
  });
});

test('409 proves that nothing was applied, 500 proves nothing', async () => {
  const task = await taskXyz();
  const failing = async (status: number) => {
    const body = '{"detail":"in the server’s words"}';
    await mock.setFaults({ method: 'PATCH', fault: { kind: 'status', status, body } });
    return engine.send(task, { status: 'completed' }, signal);
  };

  await assert.rejects(failing(409), {
    name: 'EngineError',
    kind: 'conflict',
    message: 'The server answered 409: in the server’s words',
    nothingApplied: true,
  });
  await assert.rejects(failing(500), { kind: 'unavailable', nothingApplied: false });
  assert.equal((await engine.readTask(task.ref, signal))?.status, 'paused');
});
