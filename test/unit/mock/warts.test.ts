import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task } from './client.ts';

test('an update that finds no open task answers 200 with nothing', async () => {
  const { begin, send } = createClient();
  const id = await begin([task('HUMAN', 'h'), task('HUMAN', 'next')]);
  await send('POST', `/tasks/${id}/h/COMPLETED`, {});

  for (const path of [
    `/tasks/${id}/h/COMPLETED`,
    `/tasks/${id}/no/COMPLETED`,
    '/tasks/x/h/FAILED',
  ]) {
    assert.deepEqual(await send('POST', path, {}), { status: 200, type: null, text: '' });
  }
});

test('of two content types the first counts', async () => {
  const { mock } = createClient();
  const update = async (type: string) => {
    const headers = { 'content-type': type };
    const request = { method: 'POST', body: '{}', headers };
    return (await mock.fetch(new Request('http://mock/api/tasks/x/y/COMPLETED', request))).status;
  };
  assert.equal(await update('application/json, application/json;charset=UTF-8'), 200);
  assert.equal(await update('text/plain, application/json'), 500);
});

test('an update by reference name merges, one by task id replaces', async () => {
  const { begin, send, execution } = createClient();
  const id = await begin([task('HUMAN', 'h')]);
  await send('POST', `/tasks/${id}/h/IN_PROGRESS?workerid=me`, { a: 1 });
  await send('POST', `/tasks/${id}/h/IN_PROGRESS`, { b: 2 });
  const merged = (await execution(id)).tasks[0];
  assert.deepEqual(merged?.outputData, { a: 1, b: 2 });
  assert.equal(merged?.workerId, 'me');

  const answer = await send('POST', '/tasks', {
    workflowInstanceId: id,
    taskId: merged?.taskId,
    status: 'IN_PROGRESS',
    outputData: { c: 3 },
  });

  assert.equal(answer.type, 'text/plain;charset=UTF-8');
  const replaced = (await execution(id)).tasks[0];
  assert.deepEqual(replaced?.outputData, { c: 3 });
  assert.equal(replaced?.workerId, undefined);
});

test("a worker's task that is set IN_PROGRESS is SCHEDULED again", async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('SIMPLE', 's')]);

  await send('POST', `/tasks/${id}/s/IN_PROGRESS`, {});

  assert.equal(await outline(id), 'RUNNING, s SCHEDULED');
});

test('a wrong status, a bad body and a wrong content type are all 500', async () => {
  const { begin, send, mock } = createClient();
  const id = await begin([task('HUMAN', 'h')]);
  const path = `/tasks/${id}/h/COMPLETED`;
  const plain = await mock.fetch(
    new Request(`http://mock/api${path}`, { method: 'POST', body: '{}' }),
  );

  assert.equal((await send('POST', `/tasks/${id}/h/completed`, {})).status, 500);
  assert.equal((await send('POST', path, '{bad')).status, 500);
  assert.equal((await send('POST', path, [1])).status, 500);
  assert.equal((await send('POST', path)).status, 500);
  assert.equal(plain.status, 500);
});

test('errors have the shape of an ErrorResponse', async () => {
  const { send } = createClient();

  assert.deepEqual(JSON.parse((await send('GET', '/workflow/no')).text), {
    status: 404,
    message: 'No such workflow found by id: no',
    instance: 'mock',
    retryable: false,
  });
  assert.deepEqual(JSON.parse((await send('POST', '/tasks', { taskId: 't' })).text), {
    status: 400,
    message: 'Validation failed, check below errors for detail.',
    retryable: false,
    validationErrors: [
      {
        path: 'updateTask.arg0.workflowInstanceId',
        message: 'Workflow Id cannot be null or empty',
      },
    ],
  });
});

test('the web server rejects an encoded slash with an HTML page', async () => {
  const { send } = createClient();
  const answer = await send('POST', '/tasks/x/a%2Fb/COMPLETED', {});

  assert.equal(answer.status, 400);
  assert.equal(answer.type, 'text/html;charset=utf-8');
});

test('twenty digits come back as they were sent, fractions as Java prints them', async () => {
  const { begin, send } = createClient();
  const id = await begin([task('HUMAN', 'h')]);
  await send('POST', `/tasks/${id}/h/IN_PROGRESS`, '{"n":12345678901234567890,"f":1.0,"e":1e25}');

  const { text } = await send('GET', `/workflow/${id}`);

  assert.ok(text.includes('"outputData":{"n":12345678901234567890,"f":1.0,"e":1.0E25}'));
});

test('a paused workflow takes an update and goes on when it is resumed', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'a'), task('HUMAN', 'b')]);
  await send('PUT', `/workflow/${id}/pause`);
  await send('POST', `/tasks/${id}/a/COMPLETED`, {});
  assert.equal(await outline(id), 'PAUSED, a COMPLETED');

  await send('PUT', `/workflow/${id}/resume`);

  assert.equal(await outline(id), 'RUNNING, a COMPLETED, b IN_PROGRESS');
});

test('the index learns of a scheduled task at its first update only', async () => {
  const { begin, send, read } = createClient();
  const id = await begin([task('SIMPLE', 's')]);
  const hits = () => read<{ totalHits: number }>('/tasks/search?query=workflowType=w');
  assert.equal((await hits()).totalHits, 0);

  await send('POST', `/tasks/${id}/s/IN_PROGRESS`, {});

  assert.equal((await hits()).totalHits, 1);
});

test('a search drops a condition on a field that it does not know', async () => {
  const { begin, send, read } = createClient();
  await begin([task('HUMAN', 'h')]);

  assert.equal((await read<{ totalHits: number }>('/workflow/search?query=no=1')).totalHits, 1);
  assert.equal((await send('GET', '/workflow/search?query=garbage')).status, 400);
  assert.equal((await send('GET', '/workflow/search?query=startTime>=1')).status, 500);
});
