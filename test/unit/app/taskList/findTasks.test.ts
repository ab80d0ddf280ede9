import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTasks, readTasks } from '../../../../src/app/taskList/findTasks.ts';
import type { ListSource } from '../../../../src/app/taskList/taskList.ts';
import type { Engine } from '../../../../src/domain/engine.ts';
import { EngineError } from '../../../../src/domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../../../src/domain/execution.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeEngine } from '../../../support/fakeEngine.ts';
import { fakeConnection, fakeOptions } from '../../../support/fakeTask.ts';
import { taskOf } from './sampleList.ts';

const { signal } = new AbortController();

function engineOf(own: Partial<Engine>): Engine {
  return { ...createFakeEngine(createFakeClock()), ...own };
}

function connectionsOf(engines: Readonly<Record<string, Engine>>) {
  return {
    list: () => Object.keys(engines).map((id) => ({ ...fakeConnection, id, name: `Name ${id}` })),
    connected: async (id: string) => {
      const engine = engines[id];
      assert.ok(engine);
      return { engine, connection: { ...fakeConnection, id } };
    },
  };
}

function running(id: string): Execution {
  return { id, workflow: 'w', status: 'RUNNING', state: 'running', terminal: false };
}

/** Executions of one task each; the task's id is the execution's. */
function withExecutions(tasks: readonly Task[], next?: string) {
  const filters: ExecutionFilter[] = [];
  const engine = engineOf({
    openStatuses: ['RUNNING'],
    listExecutions: async (filter) => {
      filters.push(filter);
      const items = tasks.map(({ ref }) => running(ref.task));
      return { items, ...(next === undefined ? {} : { next }) };
    },
    readExecution: async (id) => ({
      execution: running(id),
      nodes: tasks
        .filter(({ ref }) => ref.task === id)
        .map((task) => ({ kind: 'task', task, attempts: [], children: [] })),
    }),
  });
  return { engine, filters };
}

async function ids(connections: ReturnType<typeof connectionsOf>, source: ListSource) {
  const { tasks, notice } = await findTasks(connections, source, signal);
  return { ids: tasks.map(({ ref }) => ref.task), notice };
}

test('a workflow gives every open task of its newest open executions, and says how far it looked', async () => {
  const over = taskOf('3', { terminal: true, state: 'succeeded' });
  const steering = taskOf('4', { options: { ...fakeOptions, unavailable: 'no work of its own' } });
  const { engine, filters } = withExecutions(
    [taskOf('1'), taskOf('2', { state: 'running' }), over, steering],
    'more',
  );

  const found = await ids(connectionsOf({ c1: engine }), {
    kind: 'workflow',
    connection: 'c1',
    workflow: 'w',
  });

  assert.deepEqual(found, { ids: ['1', '2'], notice: 'Looked at the newest 4 executions.' });
  assert.deepEqual(filters, [{ workflow: 'w', statuses: ['RUNNING'] }]);
});

test('tasks without executions are listed themselves', async () => {
  const workflows = ['1', '2'].map((id) => ({ id, name: id, versions: [] }));
  const engine = engineOf({
    listWorkflows: async () => ({ items: workflows, next: 'more' }),
    listTasks: async ({ workflow }) => {
      assert.ok(workflow !== undefined, 'such an engine lists the tasks of one workflow');
      return { items: [taskOf(workflow)] };
    },
  });
  const connections = connectionsOf({ c1: engine });

  assert.deepEqual(await ids(connections, { kind: 'workflow', connection: 'c1', workflow: '2' }), {
    ids: ['2'],
    notice: undefined,
  });
  assert.deepEqual(await ids(connections, { kind: 'connection', connection: 'c1' }), {
    ids: ['1', '2'],
    notice: 'Looked at the first 2 workflows.',
  });
});

test('what waits comes from all connections, and one that is down is told of', async () => {
  const up = engineOf({
    listWaiting: async () => ({ tasks: [taskOf('1')], notice: 'Looked at 5.' }),
  });
  const down = engineOf({
    listWaiting: async () => {
      throw new EngineError('network', 'refused', { nothingApplied: true });
    },
  });

  const found = await findTasks(connectionsOf({ a: up, b: down }), { kind: 'waiting' }, signal);

  assert.deepEqual(
    found.tasks.map(({ ref }) => ref.task),
    ['1'],
  );
  assert.deepEqual(found.unread, ['b']);
  assert.equal(found.notice, 'Name a: Looked at 5. Name b could not be read: refused');
  await assert.rejects(findTasks(connectionsOf({ b: down }), { kind: 'waiting' }, signal), {
    message: 'refused',
  });
});

test('several rows give each task once', async () => {
  const { engine } = withExecutions([taskOf('1'), taskOf('2')]);
  const one = { kind: 'execution', connection: 'c1', execution: '1' } as const;

  const found = await ids(connectionsOf({ c1: engine }), {
    kind: 'several',
    sources: [one, { kind: 'connection', connection: 'c1' }, one],
  });

  assert.deepEqual(found.ids, ['1', '2']);
});

test('selected tasks that take no update are left out, and counted', async () => {
  const refused = taskOf('9', { options: { ...fakeOptions, unavailable: 'over' } });
  const engine = engineOf({
    readTask: async ({ task }) =>
      task === '0' ? undefined : task === '9' ? refused : taskOf(task),
  });
  const refs = ['0', '1', '9'].map((id) => taskOf(id).ref);

  const found = await ids(connectionsOf({ c1: engine }), { kind: 'tasks', refs });

  assert.deepEqual(found, { ids: ['1'], notice: '1 that take no update are left out.' });
  assert.equal((await readTasks(connectionsOf({ c1: engine }), refs, signal)).length, 2);
});

test('a list has 2,000 lines at most, and says what it leaves out', async () => {
  const tasks = Array.from({ length: 2_001 }, (_, index) => taskOf(String(index)));
  const engine = engineOf({ listWaiting: async () => ({ tasks }) });

  const found = await ids(connectionsOf({ c1: engine }), { kind: 'waiting' });

  assert.equal(found.ids.length, 2_000);
  assert.equal(found.notice, 'Only the first 2000 are listed.');
});

test('records that could not be read are named, and hide no task', async () => {
  const { engine } = withExecutions([taskOf('a'), taskOf('b')]);
  const { readExecution } = engine;
  assert.ok(readExecution);
  const odd = [{ kind: 'task', id: 't-9', problem: 'status is null' }] as const;
  const partly = {
    ...engine,
    readExecution: async (id: string) => {
      if (id === 'b') throw new EngineError('badResponse', 'no JSON', { nothingApplied: false });
      return { ...(await readExecution(id, signal)), odd };
    },
  };
  const found = await ids(connectionsOf({ c: partly }), { kind: 'connection', connection: 'c' });

  assert.deepEqual(found, {
    ids: ['a'],
    notice: 'Could not be read: Task t-9 (status is null), Execution b (no JSON).',
  });
  const alone = await ids(connectionsOf({ c: partly }), {
    kind: 'execution',
    connection: 'c',
    execution: 'a',
  });
  assert.equal(alone.notice, 'Could not be read: Task t-9 (status is null).');
});
