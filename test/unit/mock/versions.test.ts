import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast } from '../../../src/mock/atLeast.ts';
import { createClient, task } from './client.ts';

const old = { conductorVersion: '3.16.0' };
const middle = { conductorVersion: '3.21.14' };

test('versions are compared by number', () => {
  assert.equal(atLeast('3.21.14', '3.21.9'), true);
  assert.equal(atLeast('3.9.0', '3.21.0'), false);
  assert.equal(atLeast('4.0.0-rc.1', '3.32.1'), true);
});

test('an unknown task is 404 on new servers and 204 on old ones', async () => {
  assert.equal((await createClient().send('GET', '/tasks/no')).status, 404);
  assert.equal((await createClient(middle).send('GET', '/tasks/no')).status, 204);
});

test('a server tells its version since 3.22', async () => {
  const newest = await createClient().send('GET', '/version');
  assert.deepEqual([newest.status, newest.text], [200, '3.32.1']);
  assert.equal((await createClient(middle).send('GET', '/version')).status, 404);
});

test('the sync update does not exist before 3.21.12', async () => {
  const path = '/tasks/x/h/COMPLETED/sync';
  const without = await createClient(old).send('POST', path, {});
  const having = await createClient(middle).send('POST', path, {});

  assert.match(without.text, /No static resource/);
  assert.match(having.text, /Found no running task h/);
});

test('the update by reference name exists since 3.16', async () => {
  const client = createClient(old);
  const id = await client.begin([task('HUMAN', 'h')]);

  assert.notEqual((await client.send('POST', `/tasks/${id}/h/COMPLETED`, {})).text, '');
});

test('CANCELED can be set since 3.32 only', async () => {
  for (const [options, status] of [
    [{}, 200],
    [middle, 500],
  ] as const) {
    const client = createClient(options);
    const id = await client.begin([task('HUMAN', 'h')]);
    assert.equal((await client.send('POST', `/tasks/${id}/h/CANCELED`, {})).status, status);
  }
});

test('a wrong method is 405 on new servers and 500 on old ones', async () => {
  assert.equal((await createClient().send('PUT', '/tasks', {})).status, 405);
  assert.equal((await createClient(middle).send('PUT', '/tasks', {})).status, 500);
});

test('a page of tasks exists since 3.22', async () => {
  const client = createClient();
  const id = await client.begin([task('HUMAN', 'h')]);
  const page = await client.read<{ totalHits: number }>(`/workflow/${id}/tasks?start=0&count=1`);
  assert.equal(page.totalHits, 1);

  assert.equal((await createClient(middle).send('GET', `/workflow/${id}/tasks`)).status, 404);
});

test('without an index every search is empty', async () => {
  const client = createClient({ index: false });
  await client.begin([task('HUMAN', 'h')]);

  assert.deepEqual(await client.read('/workflow/search'), { totalHits: 0, results: [] });
  assert.deepEqual(await client.read('/tasks/search'), { totalHits: 0, results: [] });
});

test('a reason of an earlier failure is forgotten at the end since 3.22', async () => {
  const reasonAtEnd = async (options: object) => {
    const client = createClient(options);
    await client.send('POST', '/metadata/workflow', { name: 'c', tasks: [task('HUMAN', 'h')] });
    const id = await client.begin([task('SUB_WORKFLOW', 's', { subWorkflowParam: { name: 'c' } })]);
    const child = (await client.execution(id)).tasks[0]?.subWorkflowId;
    await client.send('POST', `/tasks/${child}/h/FAILED`, {});
    await client.send('POST', `/workflow/${child}/retry`);
    await client.send('POST', `/tasks/${child}/h/COMPLETED`, {});
    const { status, reasonForIncompletion } = await client.execution(id);
    assert.equal(status, 'COMPLETED');
    return reasonForIncompletion;
  };

  assert.equal(await reasonAtEnd({}), undefined);
  assert.match((await reasonAtEnd(middle)) ?? '', /failure reason/);
});
