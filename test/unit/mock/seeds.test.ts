import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, type Client } from './client.ts';

interface Summary {
  readonly workflowId: string;
  readonly workflowType: string;
  readonly status: string;
  readonly startTime: string;
}

interface Page {
  readonly totalHits: number;
  readonly results: readonly Summary[];
}

const find = (client: Client, query: string) =>
  client.read<Page>(`/workflow/search?sort=startTime:DESC&${query}`);

test('the demo has executions in every state and tasks of every kind', async () => {
  const client = createClient({ seed: 'demo' });
  const { results } = await find(client, 'size=100');
  const statuses = new Set(results.map((one) => one.status));
  const tasks = new Set<string>();
  for (const one of results) {
    for (const task of (await client.execution(one.workflowId)).tasks) tasks.add(task.status);
  }

  assert.deepEqual([...statuses].toSorted(), [
    'COMPLETED',
    'FAILED',
    'PAUSED',
    'RUNNING',
    'TERMINATED',
    'TIMED_OUT',
  ]);
  assert.deepEqual([...tasks].toSorted(), [
    'CANCELED',
    'COMPLETED',
    'COMPLETED_WITH_ERRORS',
    'FAILED',
    'FAILED_WITH_TERMINAL_ERROR',
    'IN_PROGRESS',
    'SCHEDULED',
    'SKIPPED',
    'TIMED_OUT',
  ]);
  assert.ok(results.length >= 12 && results.length <= 24);
});

test('the same seed gives the same ids, also after a reset', async () => {
  const first = createClient({ seed: 'demo' });
  const ids = async (client: Client) =>
    (await find(client, 'size=100')).results.map((one) => one.workflowId);
  const before = await ids(first);
  await first.send('DELETE', `/workflow/${before[0]}`);

  await first.send('POST', '/__mock__/reset');

  assert.deepEqual(await ids(first), before);
  assert.deepEqual(await ids(createClient({ seed: 'demo' })), before);
});

test('a number generates that many, newest first, and pages never overlap', async () => {
  const client = createClient({ seed: 1000 });
  const all = await find(client, 'size=1000');
  const pages = await Promise.all(
    [0, 400, 800].map((start) => find(client, `start=${start}&size=400`)),
  );

  assert.equal(all.totalHits, 1000);
  assert.equal(new Set(all.results.map((one) => one.workflowId)).size, 1000);
  assert.deepEqual(
    pages.flatMap((page) => page.results),
    all.results,
  );
  const times = all.results.map((one) => one.startTime);
  assert.deepEqual(times, times.toSorted().reverse());
});

test('generated executions are found by status, name and time', async () => {
  const client = createClient({ seed: 1000 });
  const all = await find(client, 'size=1000');
  const middle = Date.parse(all.results[499]?.startTime ?? '');
  const count = (query: string) =>
    find(client, `size=1000&query=${query}`).then((page) => page.totalHits);
  const expected = (accept: (one: Summary) => boolean) => all.results.filter(accept).length;

  assert.equal(
    await count('status=RUNNING AND workflowType=generated_order'),
    expected((one) => one.status === 'RUNNING' && one.workflowType === 'generated_order'),
  );
  assert.equal(
    await count(`startTime>${middle}`),
    expected((one) => Date.parse(one.startTime) > middle),
  );
  assert.equal(await count(`startTime<${middle} AND status IN (FAILED,TERMINATED)`), 100);
  assert.equal(
    await count('endTime<1'),
    expected((one) => one.status === 'RUNNING'),
  );
});

test('an update to a generated execution stays, and so does its position in the list', async () => {
  const client = createClient({ seed: 1_000_000 });
  const query = 'size=3&query=workflowType=generated_claim AND status=RUNNING';
  const before = await find(client, query);
  const [first] = before.results;
  const id = first?.workflowId ?? '';

  assert.notEqual((await client.send('POST', `/tasks/${id}/assess/FAILED`, {})).text, '');

  const after = await find(client, query);
  assert.equal((await client.execution(id)).status, 'FAILED');
  assert.equal(after.totalHits, before.totalHits - 1);
  assert.deepEqual(after.results.slice(0, 2), before.results.slice(1));
  const newest = await find(client, 'size=5');
  assert.equal(newest.results.find((one) => one.workflowId === id)?.status, 'FAILED');
});

test('a generated execution is found by id, task id and correlation id', async () => {
  const client = createClient({ seed: 1_000_000 });
  const { results } = await find(client, 'query=correlationId=job-777777');
  const id = results[0]?.workflowId ?? '';
  const { tasks } = await client.execution(id);
  const other = createClient({ seed: 1_000_000 });

  assert.equal((await other.send('GET', `/tasks/${tasks[0]?.taskId}`)).status, 200);
  assert.equal((await other.send('GET', `/workflow/${id.replace(/.$/, 'f')}`)).status, 404);
});

test('pending tasks of generated executions are listed by their definition', async () => {
  const client = createClient({ seed: 1000 });
  const tasks = await client.read<{ taskDefName: string; status: string }[]>(
    '/admin/task/approve?start=10&count=5',
  );

  assert.deepEqual(
    tasks.map((task) => `${task.taskDefName} ${task.status}`),
    Array.from({ length: 5 }, () => 'approve IN_PROGRESS'),
  );
});
