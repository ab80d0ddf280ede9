import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task } from './client.ts';

const two = [task('HUMAN', 'a'), task('HUMAN', 'b')];

test('terminating cancels the open task and is rejected once the workflow has completed', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'a')]);
  assert.equal((await send('DELETE', `/workflow/${id}?reason=enough`)).status, 200);
  assert.equal(await outline(id), 'TERMINATED, a CANCELED');

  const done = await begin([task('HUMAN', 'a')]);
  await send('POST', `/tasks/${done}/a/COMPLETED`, {});
  assert.equal((await send('DELETE', `/workflow/${done}`)).status, 409);
});

test('a retry creates a new attempt of the failed task', async () => {
  const { begin, send, outline, execution } = createClient();
  const id = await begin(two);
  assert.equal((await send('POST', `/workflow/${id}/retry`)).status, 404);
  await send('POST', `/tasks/${id}/a/FAILED`, {});

  assert.equal((await send('POST', `/workflow/${id}/retry`)).status, 204);

  assert.equal(await outline(id), 'RUNNING, a FAILED, a IN_PROGRESS');
  assert.equal((await execution(id)).tasks[1]?.retryCount, 1);
});

test('a rerun goes back to a task, a restart to the start', async () => {
  const { begin, send, outline, execution } = createClient();
  const id = await begin(two);
  assert.equal((await send('POST', `/workflow/${id}/restart`)).status, 409);
  await send('POST', `/tasks/${id}/a/COMPLETED`, {});
  await send('POST', `/tasks/${id}/b/COMPLETED`, {});
  const last = (await execution(id)).tasks[1]?.taskId;

  assert.equal((await send('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: last })).text, id);
  assert.equal(await outline(id), 'RUNNING, a COMPLETED, b IN_PROGRESS');

  await send('POST', `/tasks/${id}/b/COMPLETED`, {});
  assert.equal((await send('POST', `/workflow/${id}/restart`)).status, 204);
  assert.equal(await outline(id), 'RUNNING, a IN_PROGRESS');
});

test('a task that was not reached can be skipped, a started one cannot', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([...two, task('HUMAN', 'c')]);
  assert.equal((await send('PUT', `/workflow/${id}/skiptask/a`)).status, 500);
  assert.equal((await send('PUT', `/workflow/${id}/skiptask/b`)).status, 200);

  await send('POST', `/tasks/${id}/a/COMPLETED`, {});

  assert.equal(await outline(id), 'RUNNING, b SKIPPED, a COMPLETED, c IN_PROGRESS');
});

test('a bulk action reports what failed for each', async () => {
  const { begin, send } = createClient();
  const id = await begin(two);
  const { text } = await send('PUT', '/workflow/bulk/pause', [id, 'no']);

  assert.deepEqual(JSON.parse(text), {
    bulkErrorResults: { no: 'No such workflow found by id: no' },
    bulkSuccessfulResults: [id],
  });
});

test('a removed execution is gone; one that runs is not archived', async () => {
  const { begin, send } = createClient();
  const id = await begin(two);
  assert.equal((await send('DELETE', `/workflow/${id}/remove`)).status, 400);
  assert.equal((await send('GET', `/workflow/${id}`)).status, 200);

  await send('DELETE', `/workflow/${id}/remove?archiveWorkflow=false`);

  assert.equal((await send('GET', `/workflow/${id}`)).status, 404);
});
