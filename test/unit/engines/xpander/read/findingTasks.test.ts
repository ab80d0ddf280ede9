import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { Engine } from '../../../../../src/domain/engine.ts';
import type { Task } from '../../../../../src/domain/task.ts';
import { demoAgentIds } from '../../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { createXpanderClient } from '../../../../support/xpanderClient.ts';
import { xpanderRef, xpanderScene } from '../../../../support/xpanderScene.ts';

const { signal } = new AbortController();
const { triage, research, invoices, onboarding } = demoAgentIds;
const scene = xpanderScene();
const { read, paths } = scene;

const names = (tasks: readonly Task[] | undefined) => tasks?.map((task) => task.name);
const history = '/agent-execution/executions/history';

test('child tasks of other agents are read one by one, those of the same agent with one list', async () => {
  const client = createXpanderClient(scene.mock().xpanderUrl);
  const body = {
    title: 'Second look',
    status: 'paused',
    parent_execution_id: demoTaskIds.research,
  };
  await client.reportTask(research, body);
  let children: readonly Task[] | undefined;
  const asked = await paths(async () => {
    const found = await scene.engine().listChildTasks?.(xpanderRef(demoTaskIds.research), signal);
    children = found?.tasks;
  });

  assert.deepEqual(names(children), ['Price pages', 'Reviews of the price change', 'Second look']);
  assert.deepEqual(
    children?.map((task) => task.engineFields['parent']),
    Array.from({ length: 3 }, () => demoTaskIds.research),
  );
  assert.deepEqual(
    asked.toSorted(),
    [
      `GET ${history}/${research}?parent_task_id=${demoTaskIds.research}`,
      ...[demoTaskIds.research, demoTaskIds.prices, demoTaskIds.reviews].map(
        (id) => `GET /agent-execution/${id}/status`,
      ),
    ].toSorted(),
  );
});

test('a child that was deleted does not hide its siblings', async () => {
  await scene.mock().setFaults({
    path: demoTaskIds.prices,
    fault: { kind: 'status', status: 404, body: '{"detail":"Task not found"}' },
  });
  const children = await scene.engine().listChildTasks?.(xpanderRef(demoTaskIds.research), signal);

  assert.deepEqual(names(children?.tasks), ['Reviews of the price change']);
});

test('without a parent filter on the server, other tasks are not shown as children', async () => {
  const strangers = [{ id: 't', agent_id: triage, status: 'completed', parent_task_id: 'other' }];
  const body = JSON.stringify(strangers);
  await scene
    .mock()
    .setFaults({ path: 'parent_task_id', fault: { kind: 'status', status: 200, body } });

  assert.deepEqual(await scene.engine().listChildTasks?.(xpanderRef(demoTaskIds.refund), signal), {
    tasks: [],
  });
});

test('a task without children says so when it is read by its id', async () => {
  assert.deepEqual(await scene.engine().listChildTasks?.(xpanderRef(demoTaskIds.refund), signal), {
    tasks: [],
  });
  assert.equal((await read(demoTaskIds.refund)).hasChildren, false);
  assert.equal((await read(demoTaskIds.research)).hasChildren, true);
});

test('waiting tasks of all agents are found, oldest first', async () => {
  const waiting = await scene.engine().listWaiting?.(50, signal);

  assert.deepEqual(names(waiting?.tasks), [
    'Northwind Trading',
    'Refund of 480 € for order 88213',
    'Invoice 2041, Fabrikam, 12,400 €',
    'Answer to the partner mailbox',
  ]);
  assert.equal(waiting?.notice, undefined);
  assert.equal(waiting?.hasMore, undefined);
});

test('the search for waiting tasks is limited, takes workflows first, and says so', async () => {
  let found: Awaited<ReturnType<NonNullable<Engine['listWaiting']>>> | undefined;
  const asked = await paths(async () => {
    found = await scene.engine().listWaiting?.(3, signal);
  });

  assert.deepEqual(
    asked.toSorted(),
    [
      `GET ${history}/${invoices}?status=paused`,
      `GET ${history}/${onboarding}?status=paused`,
      'GET /agents/list',
    ].toSorted(),
  );
  assert.deepEqual(names(found?.tasks), ['Northwind Trading', 'Invoice 2041, Fabrikam, 12,400 €']);
  assert.equal(found?.notice, 'Looked at 2 of 7 agents and workflows.');
  assert.equal(found.hasMore, true);
});

test('without a status filter on the server, other tasks are not shown as waiting', async () => {
  const body = JSON.stringify([{ id: 't', agent_id: triage, status: 'completed' }]);
  await scene
    .mock()
    .setFaults(
      { path: 'history', count: 0, fault: { kind: 'status', status: 200, body } },
      { path: '/v1/', count: 0, fault: { kind: 'status', status: 404 } },
    );

  assert.deepEqual((await scene.engine().listWaiting?.(50, signal))?.tasks, []);
  const filter = { workflow: triage, statuses: ['paused'] };
  assert.deepEqual((await scene.engine().listTasks?.(filter, { size: 5 }, signal))?.items, []);
});
