import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { createClient } from './client.ts';
import { createOrkesClient, human } from './orkesClient.ts';

type Wire = Readonly<Record<string, unknown>>;

test('executions are found by many correlation ids of many workflows', async () => {
  const { begin, send } = await createOrkesClient();
  const [a, b] = [await begin('w', [human('t')], 'c1'), await begin('v', [human('t')], 'c1')];
  const over = await begin('w', [human('t')], 'c2');
  await begin('other', [human('t')], 'c1');
  await send('DELETE', `/workflow/${over}`);
  const body = { workflowNames: ['w', 'v'], correlationIds: ['c1', 'c2', 'c3'] };
  const find = async (query: string) => {
    const answer = await send('POST', `/workflow/correlated/batch${query}`, body);
    const found = Object.entries(answer.body as Record<string, readonly Wire[]>);
    return Object.fromEntries(
      found.map(([id, list]) => [id, list.map((one) => one['workflowId'])]),
    );
  };

  assert.deepEqual(await find(''), { c1: [a, b], c2: [], c3: [] });
  assert.deepEqual(await find('?includeClosed=true'), { c1: [a, b], c2: [over], c3: [] });
  const { body: full } = await send('POST', '/workflow/correlated/batch?includeTasks=true', body);
  const [first] = (full as Record<string, readonly Wire[]>)['c1'] ?? [];
  const tasks = first?.['tasks'] ?? [];
  assert.equal((tasks as unknown[]).length, 1);
});

test('variables are merged into those of a running execution, and refused after its end', async () => {
  const { begin, send, read } = await createOrkesClient();
  const id = await begin('w', [human('t')]);
  await send('POST', `/workflow/${id}/variables`, { a: 1, b: 1 });
  const { status, body } = await send('POST', `/workflow/${id}/variables`, { b: 2 });
  assert.deepEqual([status, (body as Wire)['variables']], [200, { a: 1, b: 2 }]);
  await send('DELETE', `/workflow/${id}`);
  assert.equal((await send('POST', `/workflow/${id}/variables`, { c: 3 })).status, 409);
  assert.equal((await send('POST', '/workflow/none/variables', {})).status, 404);
  assert.deepEqual((await read(`/workflow/${id}`))['variables'], { a: 1, b: 2 });
});

test('the state of an execution is its variables and one of its tasks', async () => {
  const { begin, send, outline, read } = await createOrkesClient();
  const id = await begin('w', [human('t'), human('u')]);
  const { body } = await send('POST', `/workflow/${id}/state?requestId=r1`, {
    taskReferenceName: 't',
    taskResult: { status: 'COMPLETED', outputData: { ok: true } },
    variables: { day: 'monday' },
  });
  assert.equal((body as Wire)['requestId'], 'r1');
  assert.equal(await outline(id), 'RUNNING, t COMPLETED, u IN_PROGRESS');
  assert.deepEqual((await read(`/workflow/${id}`))['variables'], { day: 'monday' });
  const wrong = { taskReferenceName: 't', taskResult: { status: 'COMPLETED' } };
  assert.equal((await send('POST', `/workflow/${id}/state`, wrong)).status, 404);
});

test('a jump goes on at a later task, and passes over what is between', async () => {
  const { begin, send, outline, read } = await createOrkesClient();
  const id = await begin('w', [human('a'), human('b'), human('c'), human('d')]);
  assert.equal((await send('POST', `/workflow/${id}/jump/c`, { by: 'hand' })).status, 200);
  const { tasks } = await read(`/workflow/${id}`);
  const states = (tasks as Wire[]).map((task) => [task['referenceTaskName'], task['status']]);
  assert.deepEqual(Object.fromEntries(states), { a: 'SKIPPED', b: 'SKIPPED', c: 'IN_PROGRESS' });
  const target = (tasks as Wire[]).find((task) => task['referenceTaskName'] === 'c');
  assert.deepEqual(target?.['inputData'], { by: 'hand' });
  for (const ref of ['c', 'd']) await send('POST', `/tasks/${id}/${ref}/COMPLETED`, {});
  assert.match(await outline(id), /^COMPLETED/);
});

test('a jump goes back to a task that has run', async () => {
  const { begin, send, outline } = await createOrkesClient();
  const id = await begin('w', [human('a'), human('b'), human('c')]);
  for (const ref of ['a', 'b']) await send('POST', `/tasks/${id}/${ref}/COMPLETED`, {});
  await send('POST', `/workflow/${id}/jump/b`);
  assert.equal(await outline(id), 'RUNNING, a COMPLETED, b IN_PROGRESS');
});

test('a jump needs a running execution and a task of its definition', async () => {
  const { begin, send } = await createOrkesClient();
  const id = await begin('w', [human('a')]);
  assert.equal((await send('POST', `/workflow/${id}/jump/none`, {})).status, 400);
  assert.equal((await send('POST', '/workflow/none/jump/a', {})).status, 404);
  await send('PUT', `/workflow/${id}/pause`);
  assert.equal((await send('POST', `/workflow/${id}/jump/a`, {})).status, 409);
});

test('an open source server has none of it', async () => {
  const { send, begin } = createClient();
  const id = await begin([human('a')]);
  for (const path of [
    '/human/tasks/search',
    '/workflow/correlated/batch',
    `/workflow/${id}/variables`,
    `/workflow/${id}/state`,
    `/workflow/${id}/jump/a`,
    `/workflow/${id}/messages`,
  ]) {
    const { status, text } = await send('POST', path, {});
    assert.equal(status, 404, path);
    assert.match(text, /No static resource/, path);
  }
});
