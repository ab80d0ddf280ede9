import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { MockOptions } from '../../../../../src/mock/mock.ts';
import type { Task } from '../../../../../src/domain/task.ts';
import { conductorOnMock } from '../../../../support/conductorOnMock.ts';
import { createConductorClient, task } from '../../../../support/conductorClient.ts';
import { startMock } from '../../../../support/startMock.ts';

const { signal } = new AbortController();
const bound = 51;

async function scene(options: MockOptions) {
  const mock = await startMock(options);
  const engine = conductorOnMock(mock.conductorUrl);
  const find = async (requests = bound) => {
    await mock.clearRequests();
    const found = await engine.listWaiting?.(requests, signal);
    assert.ok(found);
    return { ...found, requests: (await mock.requests()).length };
  };
  return {
    mock,
    engine,
    find,
    client: createConductorClient(mock.conductorUrl),
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

const numbers = (tasks: readonly Task[]) =>
  tasks.map(({ name, input }) => `${name} ${Number(input['number'])}`);

// Four of ten executions are open. 10n waits in approve and 10n + 2 in assess, both HUMAN tasks, and
// 10n + 8 in the WAIT task documents. The largest number is the oldest.
const fiveThousandOpen = 12_500;

test('of 5,000 open executions the oldest tasks come first, within the bound', async (t) => {
  await using world = await scene({ seed: fiveThousandOpen });
  const found = await world.find();

  t.diagnostic(`${found.requests} requests, at most ${bound}; ${found.tasks.length} tasks`);
  assert.ok(found.requests <= bound);
  assert.deepEqual(numbers(found.tasks.slice(0, 6)), [
    'documents NaN',
    'assess 12492',
    'approve 12490',
    'documents NaN',
    'assess 12482',
    'approve 12480',
  ]);
  assert.ok(found.tasks.length > 150, 'the index knows more than can be read');
  assert.equal(found.hasMore, true);
  assert.match(
    found.notice ?? '',
    /^Looked into the oldest \d\d of 5000 open executions: more tasks may wait in the others\.$/,
  );
  const starts = found.tasks.map(({ startedAt = 0 }) => startedAt);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );

  const more = await world.find(2 * bound);
  t.diagnostic(`Show more: ${more.requests} requests; ${more.tasks.length} tasks`);
  assert.ok(more.requests <= 2 * bound);
  assert.ok(more.tasks.length > found.tasks.length + 150);
  assert.deepEqual(numbers(more.tasks.slice(0, 6)), numbers(found.tasks.slice(0, 6)));
});

test('a server that cannot search for whole tasks is walked from its oldest end', async (t) => {
  await using world = await scene({ seed: fiveThousandOpen, conductorVersion: '3.21.14' });
  const found = await world.find();

  t.diagnostic(`${found.requests} requests, at most ${bound}; ${found.tasks.length} tasks`);
  assert.ok(found.requests <= bound);
  assert.equal(found.tasks[1]?.name, 'assess');
  assert.equal(found.tasks[1].input['number'], 12_492);
  assert.equal(found.hasMore, true);
  assert.match(
    found.notice ?? '',
    / of 5000 open executions: more tasks may wait in the others\.$/,
  );
});

test('where the index knows all tasks but those that it never has, they are named', async () => {
  await using world = await scene({ seed: 150 });
  const { tasks, notice, hasMore } = await world.find();
  assert.equal(tasks.filter(({ type }) => type === 'HUMAN').length, 30);
  assert.equal(hasMore, true);
  assert.match(
    notice ?? '',
    /^Looked into the oldest \d\d of 60 open executions: WAIT tasks of the others are missing\.$/,
  );
});

test('without an index as many running executions are read as the bound allows', async (t) => {
  await using world = await scene({ seed: 400, index: false });
  const found = await world.find();

  t.diagnostic(`${found.requests} requests, at most ${bound}; ${found.tasks.length} tasks`);
  assert.ok(found.requests <= bound);
  assert.ok(found.tasks.length > 0);
  assert.equal(found.hasMore, true);
  assert.match(
    found.notice ?? '',
    /^This server has no search index\. Looked into \d+ of its running executions\.$/,
  );
});

test('what can be read as a whole is exact: WAIT tasks too, and nothing is said', async () => {
  await using world = await scene({ seed: 'empty' });
  const { client, find } = world;
  await client.register('w', [task('WAIT', 'pause')]);
  await client.register('h', [task('HUMAN', 'review')]);
  await client.start('w');
  const running = await client.start('h');
  await client.start('w');
  await client.pause(running);

  const { tasks, hasMore, notice } = await find();
  assert.deepEqual(
    tasks.map(({ name }) => name),
    ['pause', 'review', 'pause'],
  );
  assert.deepEqual([hasMore, notice], [undefined, undefined]);
});

test('an execution that cannot be read does not hide its tasks of the index', async () => {
  await using world = await scene({ seed: 'empty' });
  const { client, mock, find } = world;
  await client.register('h', [task('HUMAN', 'review')]);
  const broken = await client.start('h');
  await client.start('h');
  const fault = { kind: 'status', status: 500 } as const;
  await mock.setFaults({ path: `/api/workflow/${broken}`, count: 0, fault });

  const { tasks, notice, hasMore } = await find();
  assert.equal(tasks.length, 2);
  assert.equal(hasMore, true);
  assert.match(notice ?? '', /1 could not be read\.$/);
});

test('a removed execution that the index still has costs one request, once', async () => {
  await using world = await scene({ seed: 'empty' });
  const { client, mock, find } = world;
  await client.register('h', [task('HUMAN', 'review')]);
  const removed = await client.start('h');
  await client.start('h');
  const fault = { kind: 'status', status: 404 } as const;
  await mock.setFaults({ path: `/api/workflow/${removed}`, count: 0, fault });

  const first = await find();
  const second = await find();
  assert.deepEqual([first.tasks.length, second.tasks.length], [1, 1]);
  assert.deepEqual([first.hasMore, second.hasMore], [undefined, undefined]);
  const asked = (await mock.requests()).filter(({ path }) => path.includes(removed));
  assert.deepEqual(asked, []);
});

test('a page is never larger than the server allows', async () => {
  await using world = await scene({ seed: 100 });
  assert.equal((await world.find(10_000)).hasMore, undefined);
});

test('a server that asks for patience ends the round', async () => {
  await using world = await scene({ seed: 'empty' });
  const { client, mock, engine } = world;
  await client.register('h', [task('HUMAN', 'review')]);
  const running = await client.start('h');
  const fault = { kind: 'status', status: 429, headers: { 'retry-after': '9' } } as const;
  await mock.setFaults({ path: `/api/workflow/${running}`, count: 0, fault });

  await assert.rejects(async () => await engine.listWaiting?.(bound, signal), {
    kind: 'rateLimited',
    retryAfterMs: 9_000,
  });
});
