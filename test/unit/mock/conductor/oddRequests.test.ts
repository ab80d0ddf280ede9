import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task } from '../client.ts';

test('a path with a slash at the end is 404, and nothing is done', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'h')]);
  const paths = [
    ['GET', `/workflow/${id}/`],
    ['GET', '/workflow/'],
    ['POST', `/tasks/${id}/h/COMPLETED/`],
    ['DELETE', `/workflow/${id}/`],
    ['GET', `/workflow//${id}`],
  ] as const;
  for (const [method, path] of paths) {
    const answer = await send(method, path, method === 'GET' ? undefined : {});
    assert.equal(answer.status, 404, path);
    assert.match(answer.text, /No static resource api\/[^"]*[^/"]\./);
  }
  assert.equal(await outline(id), 'RUNNING, h IN_PROGRESS');
});

test('OPTIONS tells the methods of a path', async () => {
  const { mock } = createClient();
  const options = async (path: string) =>
    await mock.fetch(new Request(`http://mock/api${path}`, { method: 'OPTIONS' }));

  assert.equal((await options('/workflow')).headers.get('allow'), 'POST,OPTIONS');
  assert.equal((await options('/tasks/x/log')).headers.get('allow'), 'GET,HEAD,POST,OPTIONS');
  assert.equal((await options('/nothing')).status, 404);
});

for (const [query, status] of [
  ['includeTasks=yes', 200],
  ['includeTasks=', 200],
  ['includeTasks=abc', 500],
] as const) {
  test(`a read with ${query} is ${status}`, async () => {
    const { begin, send } = createClient();
    const id = await begin([task('HUMAN', 'h')]);
    assert.equal((await send('GET', `/workflow/${id}?${query}`)).status, status);
  });
}

for (const query of ['archiveWorkflow=abc', 'archiveWorkflow=2']) {
  test(`nothing is removed with ${query}`, async () => {
    const { begin, send, outline } = createClient();
    const id = await begin([task('HUMAN', 'h')]);
    for (const action of ['remove', 'terminate-remove']) {
      assert.equal((await send('DELETE', `/workflow/${id}/${action}?${query}`)).status, 500);
      assert.equal((await send('DELETE', `/workflow/bulk/${action}?${query}`, [id])).status, 500);
    }
    assert.equal(await outline(id), 'RUNNING, h IN_PROGRESS');
  });
}

test('a bulk request with null fails after it has done the others', async () => {
  const { begin, send, execution } = createClient();
  const id = await begin([task('HUMAN', 'h')]);

  assert.equal((await send('PUT', '/workflow/bulk/pause', [id, null])).status, 500);

  assert.equal((await execution(id)).status, 'PAUSED');
});

test('terminate-remove names each id twice', async () => {
  const { begin, send } = createClient();
  const id = await begin([task('HUMAN', 'h')]);
  const path = '/workflow/bulk/terminate-remove?archiveWorkflow=false';
  const answer = await send('DELETE', path, [id]);
  assert.deepEqual(JSON.parse(answer.text), {
    bulkErrorResults: {},
    bulkSuccessfulResults: [id, id],
  });
});

for (const [body, status, message] of [
  [{ priority: -1 }, 400, /should be minimum 0/],
  [{ priority: 100 }, 400, /should be maximum 99/],
  [{ priority: 'x' }, 500, /not a valid `java.lang.Integer` value/],
  [{ input: [] }, 500, /from Array value/],
  [{ input: null }, 400, /NULL input/],
  [{ version: 'x' }, 500, /not a valid/],
  [{ version: 99999999999 }, 500, /out of range of int/],
  [{ correlationId: {} }, 500, /from Object value/],
  [{ idempotencyStrategy: 'X' }, 500, /\[FAIL_ON_RUNNING, RETURN_EXISTING, FAIL\]/],
  [{ externalInputPayloadStoragePath: 'a/b' }, 500, /Unable to download payload/],
  [{ workflowDef: {} }, 400, /WorkflowTask list cannot be empty/],
  [
    { workflowDef: { name: 'w', tasks: [{ type: 'HUMAN' }] } },
    400,
    /taskReferenceName name cannot/,
  ],
] as const) {
  test(`a start with ${JSON.stringify(body)} is ${status}`, async () => {
    const client = createClient();
    await client.begin([task('HUMAN', 'h')]);
    const answer = await client.send('POST', '/workflow', { name: 'w', ...body });
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.text, message);
  });
}

test('an empty input gets nothing from the template, another one does', async () => {
  const client = createClient();
  await client.begin([task('HUMAN', 'h')], { inputTemplate: { a: 1 } });
  const inputOf = async (input: object) => {
    const { text } = await client.send('POST', '/workflow/w', input);
    return (await client.read<{ input: object }>(`/workflow/${text}`)).input;
  };
  assert.deepEqual(await inputOf({}), {});
  assert.deepEqual(await inputOf({ b: 2 }), { b: 2, a: 1 });
});

test('the running executions of a time', async () => {
  const client = createClient();
  const id = await client.begin([task('HUMAN', 'h')]);
  const running = (query: string) => client.read(`/workflow/running/w?${query}`);
  assert.deepEqual(await running('startTime=1&endTime=2'), []);
  assert.deepEqual(await running('startTime=1'), [id]);
});
