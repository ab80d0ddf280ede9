import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchingTasks } from '../../../../src/app/bulk/matchingTasks.ts';
import type { Engine } from '../../../../src/domain/engine.ts';
import type { ExecutionFilter } from '../../../../src/domain/execution.ts';
import { taskNumber } from '../../../support/bulkItems.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeEngine, engineError } from '../../../support/fakeEngine.ts';

const { signal } = new AbortController();
const base = createFakeEngine(createFakeClock());

/** An engine with this many executions of one task each, in pages of 150. */
function engineWith(count: number, asked: ExecutionFilter[] = []): Engine {
  return {
    ...base,
    openStatuses: ['RUNNING'],
    async listExecutions(filter, { size, cursor }) {
      asked.push(filter);
      const start = Number(cursor ?? 0);
      const end = Math.min(start + Math.min(size, 150), count);
      const items = Array.from({ length: end - start }, (_, index) => ({
        id: `e${start + index}`,
        workflow: 'loan',
        status: 'RUNNING',
        state: 'running' as const,
        terminal: false,
      }));
      return { items, ...(end < count ? { next: String(end) } : {}) };
    },
    async readExecution(id) {
      if (id === 'e1') throw engineError('notFound', { nothingApplied: true });
      const task = { ...taskNumber(Number(id.slice(1))), terminal: id === 'e2' };
      return {
        execution: { id, workflow: 'loan', status: '', state: 'running', terminal: false },
        nodes: [{ kind: 'task', task, attempts: [], children: [] }],
      };
    },
  };
}

test('what can be updated in the open executions is found; what is over or gone is not', async () => {
  const asked: ExecutionFilter[] = [];
  const { tasks, looked } = await matchingTasks(engineWith(5, asked), { workflow: 'loan' }, signal);

  assert.deepEqual(
    tasks.map(({ ref }) => ref.task),
    ['t0', 't3', 't4'],
  );
  assert.equal(looked, 'all of 5 open executions');
  assert.deepEqual(asked, [{ workflow: 'loan', statuses: ['RUNNING'] }]);
});

test('the search has a bound, and says so', async () => {
  const { tasks, looked } = await matchingTasks(engineWith(1_000), {}, signal);

  assert.equal(tasks.length, 198);
  assert.equal(looked, 'the newest 200 open executions; there are more');
});

test('a filter with statuses of its own is taken as it is', async () => {
  const asked: ExecutionFilter[] = [];
  const filter = { statuses: ['PAUSED'] };
  const { looked } = await matchingTasks(engineWith(3, asked), filter, signal);

  assert.deepEqual(asked, [filter]);
  assert.equal(looked, 'all of 3 executions');
});

test('where tasks stand below their workflow, those of each workflow are listed', async () => {
  const asked: (string | undefined)[] = [];
  const engine: Engine = {
    ...base,
    listWorkflows: async () => ({
      items: ['a', 'b'].map((id) => ({ id, name: id, versions: [] })),
    }),
    listTasks: async ({ workflow }) => {
      asked.push(workflow);
      return { items: [taskNumber(1)] };
    },
  };

  assert.equal((await matchingTasks(engine, {}, signal)).looked, 'all of 2 tasks in 2 workflows');
  assert.equal((await matchingTasks(engine, { workflow: 'b' }, signal)).looked, 'all of 1 task');
  assert.deepEqual(asked, ['a', 'b', 'b']);
});

test('records that could not be read are counted, and hide no task', async () => {
  const { listExecutions, readExecution, ...rest } = engineWith(5);
  const engine: Engine = {
    ...rest,
    listExecutions: async (filter, page) => ({
      ...(await (listExecutions as NonNullable<Engine['listExecutions']>)(filter, page, signal)),
      odd: [{ kind: 'execution', id: 'e9', problem: 'status is null' }],
    }),
    readExecution: async (id) => {
      if (id === 'e3') throw engineError('badResponse');
      return await (readExecution as NonNullable<Engine['readExecution']>)(id, signal);
    },
  };
  const { tasks, looked } = await matchingTasks(engine, {}, signal);

  assert.deepEqual(
    tasks.map(({ ref }) => ref.task),
    (await matchingTasks(engineWith(5), {}, signal)).tasks
      .map(({ ref }) => ref.task)
      .filter((id) => id !== taskNumber(3).ref.task),
  );
  assert.equal(looked, 'all of 5 open executions; 2 records unreadable');
});
