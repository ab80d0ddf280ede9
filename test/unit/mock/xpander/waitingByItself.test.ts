import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { scene } from './scene.ts';

const minute = 60_000;
const node = (id: string, type: string, next: readonly string[], definition: Wire = {}) => ({
  id,
  type,
  name: id,
  next_node_ids: next,
  definition,
});

/** Starts a run of a workflow that looks again after half an hour, twice at most. */
async function poller() {
  const world = scene();
  const again = { when: 'in 30 minutes', target_node_id: 'look', max_reschedules: 2 };
  const nodes = [
    node('look', 'code', ['again']),
    node('again', 'self_schedule', ['done'], again),
    node('done', 'summarizer', []),
  ];
  const flow = { name: 'Poller', orchestration_nodes: nodes };
  const workflow = await world.create('/v1/workflows', flow);
  const path = `/v1/workflows/${workflow}/invoke/async`;
  const created = await world.read(path, { method: 'POST', body: { input: {} } });
  const run = String(created['id']);
  world.clock.advance(2_000 + minute);
  return { ...world, run, look: () => world.task(run), workflow };
}

test('a run that schedules itself is paused, waits for nobody, and resumes by itself', async () => {
  const { look, clock } = await poller();
  const paused = await look();
  clock.advance(30 * minute);
  const resumed = await look();

  assert.deepEqual([paused['status'], paused['last_executed_node_id']], ['paused', 'again']);
  assert.equal(paused['hitl_request'], null);
  assert.equal(resumed['status'], 'executing');
  assert.deepEqual(resumed['payload_extension'], { workflow_next_node: 'look' });
});

test('a run schedules itself as often as its node allows, then goes on', async () => {
  const { look, clock } = await poller();
  const seen: unknown[] = [];
  for (let round = 0; round < 3; round++) {
    seen.push((await look())['status']);
    clock.advance(31 * minute);
  }
  seen.push((await look())['status']);

  assert.deepEqual(seen, ['paused', 'paused', 'executing', 'completed']);
});

test('a person sets a scheduled run to executing, and it resumes now', async () => {
  const { run, patch, look } = await poller();
  await patch(run, { status: 'executing' });
  const resumed = await look();

  assert.equal(resumed['status'], 'executing');
  assert.deepEqual(resumed['payload_extension'], { workflow_next_node: 'look' });
});

for (const [how, path, method] of [
  ['completed', 'update', 'PATCH'],
  ['stopped', '', 'DELETE'],
] as const) {
  test(`a scheduled run that is ${how} does not resume`, async () => {
    const { run, ask, look, clock } = await poller();
    const body = method === 'PATCH' ? { body: { status: how } } : {};
    await ask(`/agent-execution/${run}/${path}`.replace(/\/$/, ''), { method, ...body });
    clock.advance(86_400_000);

    assert.equal((await look())['status'], how);
  });
}

test('a workflow is refused where its nodes form a cycle or lack something', async () => {
  const { ask } = scene();
  const create = (orchestration_nodes: unknown) =>
    ask('/v1/workflows', { method: 'POST', body: { name: 'w', orchestration_nodes } });

  const cycle = await create([node('a', 'code', ['b']), node('b', 'code', ['a'])]);
  assert.equal(cycle.status, 400);
  assert.equal((await create([{ id: 'a', type: 'code' }])).status, 422);
  assert.equal((await create({})).status, 422);
});

/** Starts a task of an agent whose tasks are processes. */
async function resident() {
  const world = scene();
  const agent = { name: 'Builder', framework: 'external-harness' };
  const id = await world.create('/v1/agents', agent);
  const body = { input: { text: 'Build it.' } };
  const created = await world.read(`/agent-execution/${id}`, { method: 'POST', body });
  world.clock.advance(2_000);
  const task = String(created['id']);
  const item = async () => (await world.list(`/agent-execution/executions/history/${id}`))[0] ?? {};
  return { ...world, id: task, item };
}

test('a resident task stays executing while its process works, waits and works again', async () => {
  const { item, clock } = await resident();
  const seen: unknown[] = [];
  for (const ms of [0, minute, 60 * minute]) {
    clock.advance(ms);
    const { status, execution_kind: kind, process } = await item();
    seen.push([status, kind, (process as Wire)['state'], (process as Wire)['stop_reason']]);
  }

  assert.deepEqual(seen, [
    ['executing', 'resident', 'running', null],
    ['executing', 'resident', 'waiting', 'wait_for'],
    ['executing', 'resident', 'running', null],
  ]);
});

test('a process tells when it wakes, and what it did last', async () => {
  const { item, clock } = await resident();
  clock.advance(minute);
  const { process } = await item();
  const { wake, last_update, segment, frozen, attempt } = process as Wire;

  assert.equal((wake as Wire)['until'], '2026-05-02T13:01:02.000000Z');
  assert.equal((last_update as Wire)['at'], '2026-05-02T12:01:02.000000Z');
  assert.deepEqual([segment, frozen, attempt], [1, false, 1]);
});

test('a process ends with its task: done, stopped, or completed by a person', async () => {
  const done = await resident();
  done.clock.advance(62 * minute);
  const stopped = await resident();
  await stopped.ask(`/agent-execution/${stopped.id}`, { method: 'DELETE' });
  const byHand = await resident();
  byHand.clock.advance(minute);
  await byHand.patch(byHand.id, { status: 'completed', result: 'By hand' });
  byHand.clock.advance(86_400_000);
  const items = [await done.item(), await stopped.item(), await byHand.item()];

  assert.deepEqual(
    items.map(({ status, process }) => [status, (process as Wire)['state']]),
    [
      ['completed', 'ended'],
      ['stopped', 'ended'],
      ['completed', 'ended'],
    ],
  );
  assert.equal(items[2]?.['result'], 'By hand');
});

test('a plain task is no process', async () => {
  const { list } = scene();
  const items = await list(`/agent-execution/executions/history/${demoAgentIds.scout}`);

  assert.equal(items.length, 3);
  assert.deepEqual(
    items.filter((one) => one['process'] !== null || one['execution_kind'] !== null),
    [],
  );
});
