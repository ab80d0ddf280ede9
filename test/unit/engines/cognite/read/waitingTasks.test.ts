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

test('the search keeps its request limit, takes the newest, and says so', async () => {
  const { project, requests } = serve();
  const { tasks, notice } = await waitingTasks(project, 3, signal);
  assert.deepEqual(found(tasks), ['t-e4', 't-e3']);
  assert.equal(notice, 'Looked at the newest 2 running executions.');
  assert.equal(requests.length, 3);
});

test('a notice says that there are more executions than a page holds', async () => {
  const { project } = serve({}, { nextCursor: 'x' });
  const { notice } = await waitingTasks(project, 10, signal);
  assert.equal(notice, 'Looked at the newest 4 running executions.');
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
