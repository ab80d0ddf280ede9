import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWaiting } from '../../../src/app/findWaiting.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import { EngineError } from '../../../src/domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../../src/domain/execution.ts';
import type { Task } from '../../../src/domain/task.ts';

const signal = new AbortController().signal;

function execution(id: string): Execution {
  return { id, workflow: 'orders', status: 'RUNNING', state: 'running', terminal: false };
}

function task(id: string, startedAt: number, state: Task['state'] = 'waiting'): Task {
  return {
    ref: { connection: 'c', workflow: 'orders', execution: 'e', task: id },
    name: id,
    type: 'HUMAN',
    status: 'IN_PROGRESS',
    state,
    terminal: false,
    input: {},
    output: undefined,
    attempt: 0,
    startedAt,
    engineFields: {},
    options: { statuses: [], fields: [], warnings: [] },
  };
}

function engine(tasks: Record<string, readonly Task[]>, asked: ExecutionFilter[] = []): Engine {
  const ids = Object.keys(tasks);
  return {
    visibleWithinMs: 0,
    openStatuses: ['RUNNING', 'PAUSED'],
    test: async () => ({ server: '', notes: [] }),
    listWorkflows: async () => ({ items: [] }),
    listExecutions: async (filter, page) => {
      asked.push(filter);
      return {
        items: ids.slice(0, page.size).map(execution),
        ...(ids.length > page.size ? { next: 'more' } : {}),
      };
    },
    readExecution: async (id) => {
      const found = tasks[id] ?? [];
      if (id === 'gone') throw new EngineError('notFound', 'gone', { nothingApplied: true });
      const [first, ...rest] = found.map((one) => ({
        kind: 'task' as const,
        task: one,
        attempts: [],
        children: [],
      }));
      const nodes = first === undefined ? [] : [{ ...first, children: rest }];
      return { execution: execution(id), nodes };
    },
    readTask: async () => undefined,
    expects: () => [],
    send: async () => ({ accepted: false, said: '' }),
  };
}

test('finds what waits in open executions, nested ones too, oldest first', async () => {
  const asked: ExecutionFilter[] = [];
  const made = engine(
    { a: [task('new', 30), task('done', 5, 'succeeded')], b: [task('x', 20), task('old', 10)] },
    asked,
  );

  const found = await findWaiting(made, 10, signal);

  assert.deepEqual(
    found.tasks.map(({ name }) => name),
    ['old', 'x', 'new'],
  );
  assert.equal(found.notice, undefined);
  assert.deepEqual(asked, [{ statuses: ['RUNNING', 'PAUSED'] }]);
});

test('stays within its requests and says how far it looked', async () => {
  const found = await findWaiting(
    engine({ a: [task('a', 1)], b: [task('b', 2)], c: [] }),
    3,
    signal,
  );

  assert.deepEqual(
    found.tasks.map(({ name }) => name),
    ['a', 'b'],
  );
  assert.equal(found.notice, 'Looked at the newest 2 open executions; there are more.');
  assert.equal(found.hasMore, true);
});

test('an execution that was removed meanwhile does not hide the others', async () => {
  const found = await findWaiting(engine({ gone: [], a: [task('a', 1)] }), 5, signal);

  assert.deepEqual(
    found.tasks.map(({ name }) => name),
    ['a'],
  );
});

test('an engine with a cheaper way is asked for it', async () => {
  const cheaper = { ...engine({}), listWaiting: async () => ({ tasks: [task('t', 1)] }) };

  assert.deepEqual(
    (await findWaiting(cheaper, 5, signal)).tasks.map(({ name }) => name),
    ['t'],
  );
});
