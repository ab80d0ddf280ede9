import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { snapshotOf } from '../../../../../src/domain/snapshot.ts';
import type { Engine } from '../../../../../src/domain/engine.ts';
import type { Task } from '../../../../../src/domain/task.ts';
import { createConductorEngine } from '../../../../../src/engines/conductor/conductorEngine.ts';
import { deadlineOf } from '../../../../../src/engines/conductor/toDomain/deadline.ts';
import { parseWorkflow } from '../../../../../src/engines/conductor/wire/records.ts';
import type { WorkflowRecord } from '../../../../../src/engines/conductor/wire/records.ts';
import { createNodeTransport } from '../../../../../src/http/nodeTransport.ts';
import { fakeConnection } from '../../../../support/fakeTask.ts';
import { startMock, type TestMock } from '../../../../support/startMock.ts';

// A server enforces the time limit of an execution with the next update of one of its tasks.

const { signal } = new AbortController();
let mock: TestMock;
before(async () => {
  mock = await startMock({ seed: 'empty' });
});
after(() => mock.close());

const definition = {
  name: 'limited',
  version: 1,
  schemaVersion: 2,
  ownerEmail: 'test@example.com',
  timeoutPolicy: 'TIME_OUT_WF',
  timeoutSeconds: 3_600,
  tasks: [
    { name: 'h', taskReferenceName: 'h', type: 'HUMAN', inputParameters: {} },
    { name: 'i', taskReferenceName: 'i', type: 'HUMAN', inputParameters: {} },
  ],
};

/** A waiting task of an execution with a limit of one hour, and an engine at a time after that. */
async function overdue(): Promise<{ readonly engine: Engine; readonly task: Task }> {
  const ask = async (method: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const url = `${mock.conductorUrl}/${path}`;
    return (await fetch(url, { method, headers, body: JSON.stringify(body) })).text();
  };
  await ask('PUT', 'metadata/workflow', [definition]);
  const execution = await ask('POST', 'workflow', { name: 'limited', version: 1, input: {} });
  const engine = createConductorEngine(
    { ...fakeConnection, url: mock.conductorUrl },
    {
      secret: async () => undefined,
      transport: createNodeTransport(),
      clock: { now: () => Date.now() + 7_200_000, wait: async () => undefined },
      log: { debug: () => undefined },
    },
  );
  const detail = await engine.readExecution?.(execution, signal);
  const [first] = detail?.nodes ?? [];
  assert.equal(first?.kind, 'task');
  const task = await engine.readTask(first.task.ref, signal);
  assert.ok(task);
  return { engine, task };
}

test('every update says beforehand that its execution times out, and asks', async () => {
  const { task } = await overdue();

  for (const { status, effect, stopsWorkflow } of task.options.statuses) {
    assert.match(effect, /over its time limit and becomes TIMED_OUT at once\.$/, status);
    assert.doesNotMatch(effect, /goes on/);
    assert.equal(stopsWorkflow, true);
  }
});

const answer = (status: string) => JSON.stringify({ workflowId: 'w', status, tasks: [] });
const said = (status: string) => ({ kind: 'status', status: 200, body: answer(status) }) as const;

test('what the answer tells of the execution is told after the update', async () => {
  const { engine, task } = await overdue();
  for (const [status, sent, note] of [
    ['TIMED_OUT', 'COMPLETED', 'Its execution is TIMED_OUT now: the workflow does not go on.'],
    ['RUNNING', 'COMPLETED', undefined],
    ['COMPLETED', 'COMPLETED', undefined],
    ['FAILED', 'FAILED', undefined],
  ] as const) {
    await mock.setFaults({ path: '/sync', fault: said(status) });

    assert.equal((await engine.send(task, { status: sent }, signal)).note, note, status);
  }
});

test('an end that no option announces is told, whatever the limit', async () => {
  const { engine, task } = await overdue();
  const statuses = task.options.statuses.map((option) => ({ ...option, stopsWorkflow: false }));
  const unaware = { ...task, options: { ...task.options, statuses } };
  await mock.setFaults({ path: '/sync', fault: said('TERMINATED') });

  const { note } = await engine.send(unaware, { status: 'COMPLETED' }, signal);

  assert.match(note ?? '', /^Its execution is TERMINATED now/);
});

test('where the answer tells nothing, the execution is read', async () => {
  const { engine, task } = await overdue();
  await mock.setFaults({ path: 'includeTasks=false', fault: said('TIMED_OUT') });

  const { note } = await engine.send(task, { status: 'COMPLETED', reason: 'late' }, signal);

  assert.match(note ?? '', /^Its execution is TIMED_OUT now/);
  assert.deepEqual(snapshotOf(task).status, 'IN_PROGRESS');
});

test('the limit counts from the last retry, and only where it ends the execution', () => {
  const workflowDefinition = { timeoutPolicy: 'TIME_OUT_WF', timeoutSeconds: 10 };
  const record: WorkflowRecord = {
    ...parseWorkflow({ status: 200, headers: {}, text: answer('RUNNING') }),
    startTime: 1_000,
    workflowDefinition,
  };

  assert.equal(deadlineOf(record), 11_000);
  assert.equal(deadlineOf({ ...record, lastRetriedTime: 5_000 }), 15_000);
  assert.equal(deadlineOf({ ...record, status: 'TIMED_OUT' }), undefined);
  const alert = { ...workflowDefinition, timeoutPolicy: 'ALERT_ONLY' };
  assert.equal(deadlineOf({ ...record, workflowDefinition: alert }), undefined);
});
