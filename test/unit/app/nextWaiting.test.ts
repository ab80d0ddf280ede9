import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextWaiting } from '../../../src/app/nextWaiting.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import type { Task } from '../../../src/domain/task.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { createFakeEngine } from '../../support/fakeEngine.ts';
import { fakeTask } from '../../support/fakeTask.ts';

const { signal } = new AbortController();
const base: Engine = createFakeEngine(createFakeClock());

function named(task: string, startedAt: number, own: Partial<Task> = {}): Task {
  return { ...fakeTask, ref: { ...fakeTask.ref, task }, startedAt, ...own };
}

const tasks = [
  named('young', 30),
  named('t1', 1),
  named('old', 10),
  named('running', 5, { state: 'running' }),
];

test('the oldest other task that waits in the same execution is next', async () => {
  const asked: string[] = [];
  const engine: Engine = {
    ...base,
    readExecution: async (id) => {
      asked.push(id);
      const nodes = tasks.map((task) => ({
        kind: 'task' as const,
        task,
        attempts: [],
        children: [],
      }));
      const execution = { id, workflow: 'loan', status: 'R', state: 'running', terminal: false };
      return { execution: { ...execution, state: 'running' }, nodes };
    },
  };

  assert.equal((await nextWaiting(engine, fakeTask.ref, signal))?.ref.task, 'old');
  assert.deepEqual(asked, ['e1']);
});

test('where there are no executions, the same workflow is looked through, once', async () => {
  const { execution: _none, ...ref } = fakeTask.ref;
  const asked: unknown[] = [];
  const items = tasks.map((task) => {
    const { execution: _also, ...own } = task.ref;
    return { ...task, ref: own };
  });
  const engine: Engine = {
    ...base,
    listTasks: async (filter) => {
      asked.push(filter);
      return { items, next: 'more' };
    },
  };

  assert.equal((await nextWaiting(engine, ref, signal))?.ref.task, 'old');
  assert.deepEqual(asked, [{ workflow: 'loan' }]);
});

test('an engine that can list neither has no next one', async () => {
  assert.equal(await nextWaiting(base, fakeTask.ref, signal), undefined);
});
