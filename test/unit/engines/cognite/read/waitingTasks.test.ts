import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { waitingTasks } from '../../../../../src/engines/cognite/read/waitingTasks.ts';
import { executionRecord, fakeProject, now, signal, taskRecord, waits } from '../builders.ts';

const ids = ['e1', 'e2', 'e3', 'e4'];

/** Four running executions, each started a minute later, each with a waiting task. */
function serve(special: Readonly<Record<string, unknown>> = {}, more: object = {}) {
  return fakeProject(({ path }) => {
    if (path.endsWith('/list')) {
      const items = ids.map((id, index) => executionRecord({ id, createdTime: index }));
      return { items, ...more };
    }
    const id = path.split('/').at(-1) ?? '';
    if (id in special) return special[id];
    const startTime = now - ids.indexOf(id) * 60_000;
    return {
      ...executionRecord({ id }),
      workflowDefinition: { tasks: [] },
      executedTasks: [
        taskRecord('done'),
        taskRecord('ask', { id: `t-${id}`, status: 'IN_PROGRESS', input: waits, startTime }),
      ],
    };
  });
}

const found = (tasks: readonly { readonly ref: { readonly task: string } }[]) =>
  tasks.map((task) => task.ref.task);

test('all waiting tasks are found, the oldest first', async () => {
  const { project, requests } = serve();
  const { tasks, notice } = await waitingTasks(project, 10, signal);
  assert.deepEqual(found(tasks), ['t-e4', 't-e3', 't-e2', 't-e1']);
  assert.equal(notice, undefined);
  assert.equal(requests.length, 5);
});

test('the search keeps its request limit, takes the oldest, and says so', async () => {
  const { project, requests } = serve();
  const { tasks, notice, hasMore } = await waitingTasks(project, 3, signal);
  assert.deepEqual(found(tasks), ['t-e2', 't-e1']);
  assert.equal(notice, 'Looked into the oldest 2 of 4 running executions.');
  assert.equal(hasMore, true);
  assert.equal(requests.length, 3);
});

test('a notice says that there are more executions than a page holds', async () => {
  const { project, requests } = serve({}, { nextCursor: 'x' });
  const { notice, hasMore } = await waitingTasks(project, 10, signal);
  assert.equal(notice, 'Looked into the oldest 4 of more than 4 running executions.');
  assert.equal(hasMore, true);
  assert.equal(requests.length, 5, 'the server lists the oldest first: one page holds it');
});

/** Running executions, a thousand a page; number 0 is the oldest, and each has a waiting task. */
function serveMany(count: number, isNewestFirst: boolean) {
  return fakeProject(({ path, body }) => {
    if (!path.endsWith('/list')) {
      const id = path.split('/').at(-1) ?? '';
      const startTime = now + Number(id);
      const task = taskRecord('ask', { id: `t-${id}`, status: 'IN_PROGRESS', input: waits });
      const executedTasks = [{ ...task, startTime }];
      return { ...executionRecord({ id }), workflowDefinition: { tasks: [] }, executedTasks };
    }
    const value = body?.kind === 'json' ? (body.value as { cursor?: string }) : {};
    const start = Number(value.cursor ?? 0);
    const end = Math.min(start + 1_000, count);
    const items = Array.from({ length: end - start }, (_none, index) => {
      const number = isNewestFirst ? count - 1 - start - index : start + index;
      return executionRecord({ id: String(number), createdTime: now + number });
    });
    return { items, ...(end < count ? { nextCursor: String(end) } : {}) };
  });
}

for (const isNewestFirst of [true, false]) {
  const order = isNewestFirst ? 'newest' : 'oldest';
  test(`of 5,000 listed ${order} first, the oldest tasks are found within the bound`, async (t) => {
    const { project, requests } = serveMany(5_000, isNewestFirst);
    const { tasks, hasMore } = await waitingTasks(project, 51, signal);
    t.diagnostic(`${requests.length} requests, at most 51; ${tasks.length} tasks`);
    assert.deepEqual(found(tasks.slice(0, 3)), ['t-0', 't-1', 't-2']);
    assert.equal(hasMore, true);
    assert.equal(requests.length, 51);
  });
}

test('more executions than may be listed are said to be the newest', async () => {
  const { project, requests } = serveMany(50_000, true);
  const { notice } = await waitingTasks(project, 51, signal);
  assert.equal(notice, 'Looked into the oldest 40 of the newest 11000 running executions.');
  assert.equal(requests.length, 51);
});

test('a removed execution is left out, an unreadable one is counted', async () => {
  const gone = new EngineError('invalid', 'gone', { status: 400, nothingApplied: true });
  const broken = new EngineError('unavailable', 'broken', { status: 500, nothingApplied: false });
  const { project } = serve({ e1: gone, e2: broken });
  const { tasks, notice } = await waitingTasks(project, 10, signal);
  assert.deepEqual(found(tasks), ['t-e4', 't-e3']);
  assert.equal(notice, '1 could not be read.');
});

test('where no execution can be read, the failure is reported', async () => {
  const broken = new EngineError('unavailable', 'broken', { status: 500, nothingApplied: false });
  const { project } = serve(Object.fromEntries(ids.map((id) => [id, broken])));
  await assert.rejects(waitingTasks(project, 10, signal), broken);
});
