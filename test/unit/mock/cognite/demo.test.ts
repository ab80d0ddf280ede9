import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { createClock } from '../../../../src/mock/clock.ts';
import { createCognite } from '../../../../src/mock/cognite/cognite.ts';
import { answerOf, listOf, textOf } from './world.ts';

const plant = (seed: 'demo') => {
  const cognite = createCognite({ clock: createClock(() => 1_763_700_000_000), seed });
  return [...cognite.project('demo').store.executions.values()];
};

test('the demo has runs in every state, and tasks that wait for people', () => {
  const executions = plant('demo');
  const states = new Set(executions.map((execution) => execution.status));
  assert.deepEqual([...states].toSorted(), ['COMPLETED', 'FAILED', 'RUNNING', 'TERMINATED']);
  const waiting = executions
    .filter((execution) => execution.status === 'RUNNING')
    .flatMap((execution) => execution.runs)
    .filter(
      (run) => run.status === 'IN_PROGRESS' && run.def.parameters['isAsyncComplete'] === true,
    );
  assert.deepEqual(waiting.map((run) => run.def.externalId).toSorted(), [
    'approve-anomaly',
    'approve-anomaly',
    'confirm-tags',
    'simulation-inputs',
  ]);
});

test('no time stamp of the demo lies in the future', () => {
  const now = 1_763_700_000_000;
  for (const execution of plant('demo')) {
    const times = [execution.createdTime, execution.endTime ?? 0];
    for (const run of execution.runs) times.push(run.startTime ?? 0, run.endTime ?? 0);
    assert.ok(Math.max(...times) <= now, execution.id);
  }
});

test('a numeric seed has that many executions, created when they are read', async () => {
  const count = 1_000_000;
  const clock = createClock(() => 1_763_700_000_000);
  const cognite = createCognite({ clock, seed: count });
  const { store } = cognite.project('demo');
  const ask = async (method: string, path: string, body?: object) =>
    await answerOf(
      await cognite.fetch(
        new Request(`http://mock/api/v1/projects/demo/workflows${path}`, {
          method,
          headers: { authorization: 'Bearer t' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    );
  const list = async (body: object) => (await ask('POST', '/executions/list', body)).body;

  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first['nextCursor'] });
  const times = [...listOf(first['items']), ...listOf(second['items'])].map((one) =>
    Number(one['createdTime']),
  );
  assert.deepEqual(
    times,
    [...new Set(times)].toSorted((a, b) => b - a),
  );
  const open = await list({ filter: { status: ['RUNNING'] }, limit: 1000 });
  assert.equal(listOf(open['items']).length, 100);
  assert.equal(store.executions.size, 0, 'lists make nothing');

  const [listed] = listOf((await list({ filter: { status: ['FAILED'] }, limit: 1 }))['items']);
  const { body } = await ask('GET', `/executions/${textOf(listed?.['id'])}`);
  for (const key of ['status', 'createdTime', 'endTime', 'reasonForIncompletion', 'metadata']) {
    assert.deepEqual(body[key], listed?.[key], key);
  }
  const newest = listOf(first['items'])[0];
  const details = await ask('GET', `/executions/${textOf(newest?.['id'])}`);
  const task = listOf(details.body['executedTasks']).at(-1);
  const sent = await ask('POST', `/tasks/${textOf(task?.['id'])}/update`, { status: 'COMPLETED' });
  assert.equal(sent.status, 200);
  assert.equal(listOf((await list({ limit: 1 }))['items'])[0]?.['status'], 'COMPLETED');
  assert.equal(store.executions.size, 2);
});
