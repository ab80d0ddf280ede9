import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task, type Client } from '../client.ts';

async function withTask(): Promise<{ client: Client; id: string; taskId: string }> {
  const client = createClient();
  const id = await client.begin([task('HUMAN', 'h')]);
  return { client, id, taskId: (await client.execution(id)).tasks[0]?.taskId ?? '' };
}

for (const [fields, message] of [
  ['"outputData":"x"', /no String-argument constructor/],
  ['"outputData":[]', /from Array value/],
  ['"outputMessage":{"a":1}', /"type" is null/],
  ['"status":9', /index value outside legal index range/],
  ['"status":""', /Cannot coerce empty String/],
  ['"callbackAfterSeconds":"1.5"', /not a valid `long` value/],
  ['"reasonForIncompletion":{}', /from Object value/],
  ['"extendLease":"yes"', /only "true"/],
  ['"logs":"x"', /TaskExecLog>` from String value/],
] as const) {
  test(`an update with ${fields} is 500 and changes nothing`, async () => {
    const { client, id, taskId } = await withTask();
    const start = `{"workflowInstanceId":"${id}","taskId":"${taskId}","status":"COMPLETED"`;
    const answer = await client.send('POST', '/tasks', `${start},${fields}}`);
    assert.equal(answer.status, 500);
    assert.match((JSON.parse(answer.text) as { message: string }).message, message);
    assert.equal(await client.outline(id), 'RUNNING, h IN_PROGRESS');
  });
}

for (const [status, becomes] of [
  [0, 'IN_PROGRESS'],
  [1, 'FAILED'],
  [2, 'FAILED_WITH_TERMINAL_ERROR'],
  [3, 'COMPLETED'],
  [4, 'CANCELED'],
] as const) {
  test(`the status ${status} is ${becomes}`, async () => {
    const { client, id, taskId } = await withTask();
    await client.send('POST', '/tasks', { workflowInstanceId: id, taskId, status });
    assert.equal((await client.execution(id)).tasks[0]?.status, becomes);
  });
}

test('fractions of seconds are cut off, and two worker ids become one text', async () => {
  const { client, id, taskId } = await withTask();
  const body = { workflowInstanceId: id, taskId, status: 'IN_PROGRESS', callbackAfterSeconds: 1.9 };
  await client.send('POST', '/tasks', body);
  await client.send('POST', `/tasks/${id}/h/IN_PROGRESS?workerid=a&workerid=b`, {});
  const seen = await client.read<Record<string, unknown>>(`/tasks/${taskId}`);
  assert.deepEqual([seen['callbackAfterSeconds'], seen['workerId']], [1, 'a,b']);
});

test('an output in a storage of the server makes the execution unchangeable', async () => {
  const { client, id, taskId } = await withTask();
  const body = { workflowInstanceId: id, taskId, status: 'COMPLETED' };
  const path = { externalOutputPayloadStoragePath: 'a/b' };
  await client.send('POST', '/tasks', { ...body, status: 'IN_PROGRESS', ...path });

  assert.equal((await client.send('POST', '/tasks', body)).status, 500);
  assert.equal((await client.send('DELETE', `/workflow/${id}`)).status, 500);
  assert.equal(await client.outline(id), 'RUNNING, h IN_PROGRESS');
});

for (const [body, output] of [
  ['{"a":1,"a":2}', { a: 2 }],
  ['{"a":1} trailing', { a: 1 }],
  ['{"a":1}{"b":2}', { a: 1 }],
  ['{"n":1e400,"m":-1e400}', { n: 'Infinity', m: '-Infinity' }],
  [String.raw`{"u":"\ud83d"}`, { u: '?' }],
] as const) {
  test(`the body ${body} is taken as ${JSON.stringify(output)}`, async () => {
    const { client, id } = await withTask();
    await client.send('POST', `/tasks/${id}/h/IN_PROGRESS`, body);
    assert.deepEqual((await client.execution(id)).tasks[0]?.outputData, output);
  });
}

test('log lines are told in the order of their times', async () => {
  const { client, id, taskId } = await withTask();
  const logs = [3, 1, 2].map((createdTime) => ({ log: `l${createdTime}`, createdTime }));
  const body = { workflowInstanceId: id, taskId, status: 'IN_PROGRESS', logs };
  await client.send('POST', '/tasks', body);
  const lines = await client.read<{ log: string }[]>(`/tasks/${taskId}/log`);
  assert.deepEqual(
    lines.map((line) => line.log),
    ['l1', 'l2', 'l3'],
  );
});

test('a page of tasks outside of the list is an error, and a status is taken in any case', async () => {
  const { client, id } = await withTask();
  const status = async (query: string) =>
    (await client.send('GET', `/workflow/${id}/tasks?${query}`)).status;
  assert.deepEqual([await status('count=-1'), await status('start=-1')], [400, 500]);
  const found = await client.read<{ totalHits: number }>(
    `/workflow/${id}/tasks?status=in_progress`,
  );
  assert.equal(found.totalHits, 1);
});
