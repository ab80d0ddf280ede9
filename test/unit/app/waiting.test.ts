import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Connections } from '../../../src/app/connections.ts';
import { createWaiting } from '../../../src/app/waiting.ts';
import { EngineError } from '../../../src/domain/engineError.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import type { Task } from '../../../src/domain/task.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { engineError } from '../../support/fakeEngine.ts';
import { fakeConnection, fakeTask } from '../../support/fakeTask.ts';

const { signal } = new AbortController();

function waitingTask(execution: string, startedAt: number): Task {
  return {
    ...fakeTask,
    ref: { connection: 'c1', workflow: 'orders', execution, task: `${execution}-task` },
    state: 'waiting',
    startedAt,
  };
}

/** A server whose executions hold these waiting tasks. */
function scene(tasks: Map<string, readonly Task[]>) {
  const asked: string[] = [];
  const clock = createFakeClock();
  let down: EngineError | undefined;
  let held: Promise<void> | undefined;
  const engine: Engine = {
    visibleWithinMs: 0,
    test: async () => ({ server: '', notes: [] }),
    listWorkflows: async () => ({ items: [] }),
    readTask: async () => undefined,
    expects: () => [],
    send: async () => ({ accepted: false, said: '' }),
    listExecutions: async () => {
      asked.push('list');
      if (down !== undefined) throw down;
      const items = [...tasks.keys()].map((id) => execution(id));
      const gate = held;
      held = undefined;
      await gate;
      return { items };
    },
    readExecution: async (id) => {
      asked.push(id);
      const nodes = (tasks.get(id) ?? []).map((task) => ({
        kind: 'task' as const,
        task,
        attempts: [],
        children: [],
      }));
      return { execution: execution(id), nodes };
    },
  };
  const connections: Connections = {
    list: () => [fakeConnection],
    find: () => fakeConnection,
    connected: async () => ({ engine, connection: fakeConnection }),
    setDemo: () => undefined,
    renew: () => undefined,
    onDidChange: () => () => undefined,
  };
  const goDown = (retryAfterMs?: number) => {
    down = engineError('unavailable', retryAfterMs === undefined ? {} : { retryAfterMs });
  };
  /** Holds the next list back until the returned function is called. */
  const hold = () => {
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    return () => release();
  };
  return { waiting: createWaiting(connections, clock), engine, asked, goDown, clock, hold };
}

function execution(id: string) {
  return { id, workflow: 'orders', status: 'RUNNING', state: 'running', terminal: false } as const;
}

test('what was found is kept until somebody asks anew', async () => {
  const { waiting, asked } = scene(new Map([['a', [waitingTask('a', 1)]]]));

  await waiting.current();
  await waiting.current();

  assert.deepEqual(asked, ['list', 'a']);
  assert.equal(waiting.count(), 1);
});

test('after an update one execution is read, and the others stay as they are', async () => {
  const tasks = new Map([
    ['a', [waitingTask('a', 2)]],
    ['b', [waitingTask('b', 1)]],
  ]);
  const { waiting, asked } = scene(tasks);
  await waiting.current();
  asked.length = 0;
  let changes = 0;
  waiting.onDidChange(() => (changes += 1));

  tasks.set('b', []);
  await waiting.touch('c1', 'b');

  assert.deepEqual(asked, ['b']);
  assert.equal(changes, 1);
  const [here] = await waiting.current();
  assert.deepEqual(
    here?.tasks.map(({ ref }) => ref.execution),
    ['a'],
  );
  assert.equal(waiting.count(), 1);
});

test('a connection that cannot be read says so and hides no other', async () => {
  const { waiting, goDown } = scene(new Map());
  goDown();

  const [here] = await waiting.current();

  assert.ok(here?.error instanceof EngineError);
  assert.deepEqual(here.tasks, []);
});

test('reading anew tells only where something changed', async () => {
  const tasks = new Map([['a', [waitingTask('a', 1)]]]);
  const { waiting } = scene(tasks);
  await waiting.current();
  let changes = 0;
  waiting.onDidChange(() => (changes += 1));

  await waiting.reread(signal);
  assert.equal(changes, 0);
  tasks.set('a', []);
  await waiting.reread(signal);

  assert.equal(changes, 1);
});

test('a reading that began before everything was forgotten is forgotten as well', async () => {
  const tasks = new Map([['a', [waitingTask('a', 1)]]]);
  const { waiting, hold } = scene(tasks);
  await waiting.current();
  const release = hold();
  const old = waiting.reread(signal);
  await setImmediate();

  tasks.delete('a');
  waiting.invalidate();
  assert.deepEqual((await waiting.current())[0]?.tasks, []);
  tasks.set('a', [waitingTask('a', 1)]);
  release();
  await old;

  assert.deepEqual((await waiting.current())[0]?.tasks, []);
  assert.equal(waiting.count(), 0);
});

test('a reading that began before an update brings nothing back that it ended', async () => {
  const tasks = new Map([
    ['a', [waitingTask('a', 1)]],
    ['b', [waitingTask('b', 2)]],
  ]);
  const { waiting, hold } = scene(tasks);
  await waiting.current();
  const release = hold();
  const old = waiting.reread(signal);

  tasks.set('a', []);
  await waiting.touch('c1', 'a');
  tasks.set('a', [waitingTask('a', 1)]);
  release();
  await old;

  assert.equal(waiting.count(), 1);
  const [here] = await waiting.current();
  assert.equal(here?.tasks[0]?.ref.execution, 'b');
});

test('a server that asks for patience is not read again by itself before', async () => {
  const { waiting, asked, goDown, clock } = scene(new Map());
  goDown(120_000);
  await waiting.current();
  await waiting.reread(signal);
  assert.deepEqual(asked, ['list']);
  assert.ok((await waiting.current())[0]?.error);

  clock.pass(120_000);
  await waiting.reread(signal);
  assert.deepEqual(asked, ['list', 'list']);

  waiting.invalidate();
  await waiting.current();
  assert.deepEqual(asked, ['list', 'list', 'list']);
});

/** A server with more waiting tasks than one round of requests finds. */
function largeScene() {
  const asked: number[] = [];
  const made = scene(new Map());
  const state: { error?: EngineError } = {};
  made.engine.listWaiting = async (requests) => {
    asked.push(requests);
    if (state.error !== undefined) throw state.error;
    const ids = Array.from({ length: requests }, (_none, index) => String(index));
    return { tasks: ids.map((id, index) => waitingTask(id, index)), hasMore: requests < 150 };
  };
  return { ...made, asked, state };
}

test('more is found with another round of requests, until there is no more', async () => {
  const { waiting, asked, clock } = largeScene();
  let changes = 0;
  let counts = 0;
  waiting.onDidChange(() => (changes += 1));
  waiting.onDidCount(() => (counts += 1));
  await waiting.current();
  assert.deepEqual([waiting.count(), waiting.hasMore()], [51, true]);

  await waiting.more('c1');
  assert.deepEqual([waiting.count(), waiting.hasMore(), changes, counts], [102, true, 1, 2]);
  assert.equal((await waiting.current())[0]?.tasks.length, 102);
  await waiting.more('c1');
  assert.deepEqual([waiting.count(), waiting.hasMore()], [153, false]);

  await waiting.reread(signal);
  assert.deepEqual(asked, [51, 102, 153], 'three rounds at once are read a third as often');
  clock.pass(120_000);
  await waiting.reread(signal);
  assert.deepEqual(asked, [51, 102, 153, 153]);
  assert.equal(waiting.count(), 153);
});

test('where looking further fails, what was found before stays', async () => {
  const { waiting, asked, state } = largeScene();
  await waiting.current();
  state.error = engineError('unavailable');

  await assert.rejects(waiting.more('c1'), { kind: 'unavailable' });
  assert.deepEqual([waiting.count(), waiting.hasMore()], [51, true]);

  delete state.error;
  await waiting.more('c1');
  assert.deepEqual(asked, [51, 102, 102]);
});
