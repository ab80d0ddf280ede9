import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { answerOf, createWorld, listOf, messageOf, textOf, waiting, working } from './world.ts';

const ids = (value: unknown) => listOf(value).map((item) => textOf(item['externalId']));

test('without a bearer token there is nothing but 401, in the API’s envelope', async () => {
  const { ask, cognite } = createWorld();
  for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic abc']) {
    const answer = await ask('GET', '', undefined, { authorization });
    assert.deepEqual(
      [answer.status, answer.body],
      [401, { error: { code: 401, message: 'Unauthorized' } }],
    );
    assert.match(answer.headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/);
  }
  const nowhere = await cognite.fetch(new Request('http://mock/api/v1/nowhere'));
  assert.equal(nowhere?.status, 401);
  assert.equal(await cognite.fetch(new Request('http://mock/api/workflow')), undefined);
});

test('configured tokens have their projects and capabilities', async () => {
  const { ask, cognite } = createWorld({
    tokens: {
      reader: { actions: ['READ'], projects: ['p'] },
      stranger: { actions: ['READ', 'WRITE'], projects: ['other'] },
    },
  });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  assert.equal((await ask('GET', '', undefined, as('reader'))).status, 200);
  assert.equal((await ask('POST', '', { items: [] }, as('reader'))).status, 403);
  assert.equal((await ask('GET', '', undefined, as('stranger'))).status, 401);
  assert.equal((await ask('GET', '', undefined, as('nobody'))).status, 401);
  const inspection = await answerOf(
    await cognite.fetch(new Request('http://mock/api/v1/token/inspect', { headers: as('reader') })),
  );
  assert.deepEqual(inspection.body['projects'], [{ projectUrlName: 'p', groups: [1] }]);
});

test('the token endpoint takes client credentials and its tokens end', async () => {
  const { ask, cognite, clock } = createWorld({ clients: { me: 's' }, tokenLifetimeSeconds: 60 });
  const post = async (form: Record<string, string>) =>
    await answerOf(
      await cognite.fetch(
        new Request('http://mock/oauth2/token', {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
        }),
      ),
    );
  const refused = await post({ client_id: 'me', client_secret: 'x' });
  assert.deepEqual([refused.status, refused.body['error']], [401, 'invalid_client']);
  assert.equal((await post({ client_id: 'me', client_secret: 's', grant_type: 'x' })).status, 400);
  const { status, body } = await post({ client_id: 'me', client_secret: 's' });
  assert.deepEqual([status, body['expires_in'], body['token_type']], [200, 60, 'Bearer']);
  const headers = { authorization: `Bearer ${textOf(body['access_token'])}` };
  assert.equal((await ask('GET', '', undefined, headers)).status, 200);
  clock.advance(60_000);
  assert.equal((await ask('GET', '', undefined, headers)).status, 401);
});

test('bodies may be compressed, contain spaces, or be announced and absent', async () => {
  const { ask } = createWorld();
  const text = JSON.stringify({ items: [{ externalId: 'wf' }] }, null, 2);
  const packed = new Uint8Array(gzipSync(text));
  const gzip = { 'content-encoding': 'gzip' };
  assert.equal((await ask('POST', '', packed, gzip)).status, 200);
  assert.deepEqual(ids((await ask('GET', '')).body['items']), ['wf']);
  assert.equal((await ask('POST', '/executions/list', undefined, gzip)).status, 200);
  const broken = await ask('POST', '', new TextEncoder().encode('{"items":['));
  assert.deepEqual([broken.status, messageOf(broken)], [400, 'Request body is not valid JSON.']);
});

test('lists have pages with opaque cursors that are valid for the same request only', async () => {
  const { ask, define } = createWorld();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await define(name);
  const first = await ask('GET', '?limit=2');
  const cursor = encodeURIComponent(textOf(first.body['nextCursor']));
  // New items do not shift pages.
  await define('f');
  const second = await ask('GET', `?limit=3&cursor=${cursor}`);
  assert.deepEqual(
    [...ids(first.body['items']), ...ids(second.body['items'])],
    ['a', 'b', 'c', 'd', 'e'],
  );
  const all = await ask('GET', '?limit=1000');
  assert.equal('nextCursor' in all.body, false);

  assert.equal((await ask('GET', '/triggers?limit=2&cursor=' + cursor)).status, 400);
  assert.equal((await ask('GET', '?cursor=nonsense')).status, 400);
  for (const limit of ['0', '1001', 'x', '1.5']) {
    assert.equal((await ask('GET', `?limit=${limit}`)).status, 400, limit);
  }
});

test('an empty workflowFilters means all versions, and is an error for executions', async () => {
  const { ask, define, run } = createWorld();
  await define('a', waiting('t'));
  await run('a');
  const filter = { workflowFilters: [] };
  const versions = await ask('POST', '/versions/list', { filter });
  assert.equal(listOf(versions.body['items']).length, 1);
  assert.equal((await ask('POST', '/executions/list', { filter })).status, 400);
  const many = { workflowFilters: Array.from({ length: 101 }, () => ({ externalId: 'a' })) };
  const refused = await ask('POST', '/versions/list', { filter: many });
  assert.equal(messageOf(refused), 'Maximum 100 items are allowed per request.');
});

test('executions are filtered by workflow, version, status and time, newest first', async () => {
  const { ask, define, run, clock } = createWorld();
  await define('a', waiting('t'));
  await define('b', working('t'));
  const [a, b] = [await run('a'), (clock.advance(10), await run('b'))];
  const start = clock.now();
  const found = async (filter: object) => {
    const { body } = await ask('POST', '/executions/list', { filter });
    return listOf(body['items']).map((item) => item['id']);
  };
  assert.deepEqual(await found({}), [b, a]);
  assert.deepEqual(await found({ workflowFilters: [{ externalId: 'a' }] }), [a]);
  assert.deepEqual(await found({ workflowFilters: [{ externalId: 'a', version: '2' }] }), []);
  assert.deepEqual(await found({ createdTimeStart: start }), [b]);
  assert.deepEqual(await found({ createdTimeEnd: start - 1 }), [a]);
  clock.advance(10_000);
  assert.deepEqual(await found({ status: ['COMPLETED', 'FAILED'] }), [b]);
  for (const status of ['RUNNING', ['RUNNING', 'RUNNING'], ['running'], [7]]) {
    const answer = await ask('POST', '/executions/list', { filter: { status } });
    assert.equal(answer.status, 400, JSON.stringify(status));
  }
});

test('a rejected update has a reason and changes nothing', async () => {
  const { ask, define, run, look, taskId, update } = createWorld();
  await define('w', waiting('ask'), working('busy'));
  const id = await run('w');
  const [task, busy] = [await taskId(id, 'ask'), await taskId(id, 'busy')];
  const unknown = '00000000-0000-4000-8000-000000000000';
  const table: readonly (readonly [string, unknown, number, RegExp])[] = [
    [task, { status: 'IN_PROGRESS' }, 400, /status must be one of/],
    [task, {}, 400, /status must be one of/],
    [task, { status: 'COMPLETED', output: [1] }, 400, /output must be a JSON object/],
    [task, { status: 'COMPLETED', output: { x: 'x'.repeat(102_400) } }, 400, /100 KB/],
    ['short', { status: 'COMPLETED' }, 400, /36 characters/],
    [unknown, { status: 'COMPLETED' }, 404, /was not found/],
    [busy, { status: 'COMPLETED' }, 400, /not completed asynchronously/],
  ];
  for (const [taskOf, body, status, message] of table) {
    const answer = await ask('POST', `/tasks/${taskOf}/update`, body);
    assert.equal(answer.status, status);
    assert.match(messageOf(answer), message);
  }
  assert.deepEqual((await look(id))[1], 'ask IN_PROGRESS');

  await update(task, 'COMPLETED');
  const again = await update(task, 'FAILED');
  assert.deepEqual(
    [again.status, messageOf(again)],
    [400, `Task with id ${task} is already in a terminal state`],
  );
});

test('definitions are checked before they are stored', async () => {
  const { ask, define } = createWorld();
  await define('w', working('a'));
  const upsert = async (tasks: readonly unknown[]) =>
    await ask('POST', '/versions', {
      items: [{ workflowExternalId: 'w', version: '2', workflowDefinition: { tasks } }],
    });
  const bad: readonly (readonly unknown[])[] = [
    [working('a'), working('a')],
    [working('a', { dependsOn: [{ externalId: 'b' }] })],
    [working('workflow')],
    [working('__a')],
    [working('x'.repeat(256))],
    [{ externalId: 'a', type: 'function' }],
    [{ externalId: 'a', parameters: {} }],
    Array.from({ length: 101 }, (_none, index) => working(`t${index}`)),
  ];
  for (const tasks of bad) assert.equal((await upsert(tasks)).status, 400);
  assert.equal((await ask('GET', '/w/versions/2')).status, 404);
  assert.equal((await upsert([working('x'.repeat(255))])).status, 200);
});

test('each endpoint reports unknown resources in its own way', async () => {
  const { ask } = createWorld();
  const run = { authentication: { nonce: 'n' } };
  const table: readonly (readonly [string, string, unknown, number])[] = [
    ['GET', '/none', undefined, 404],
    ['GET', '/none/versions/1', undefined, 404],
    ['POST', '/none/versions/1/run', run, 404],
    ['POST', '/none/versions/1/run', {}, 400],
    ['GET', '/executions/none', undefined, 400],
    ['POST', '/executions/none/cancel', {}, 404],
    ['POST', '/executions/none/retry', run, 404],
    ['GET', '/triggers/none/history', undefined, 404],
    ['POST', '/triggers/none/pause', undefined, 404],
    ['POST', '/delete', { items: [{ externalId: 'none' }] }, 200],
    ['POST', '/delete?ignoreUnknownIds=false', { items: [{ externalId: 'none' }] }, 404],
  ];
  for (const [method, path, body, status] of table) {
    assert.equal((await ask(method, path, body)).status, status, `${method} ${path}`);
  }
});

test('a workflow with running executions is not deleted', async () => {
  const { ask, define, run } = createWorld();
  await define('w', waiting('a'));
  await run('w');
  const refused = await ask('POST', '/delete', { items: [{ externalId: 'w' }] });
  assert.match(messageOf(refused), /running executions/);
});

test('triggers are kept, listed by workflow, paused and resumed', async () => {
  const { ask } = createWorld();
  const upsert = async (externalId: string, workflowExternalId: string) =>
    await ask('POST', '/triggers', {
      items: [
        {
          externalId,
          triggerRule: { triggerType: 'schedule', cronExpression: '0 2 * * *' },
          workflowExternalId,
          workflowVersion: '1',
          authentication: { nonce: 'n' },
        },
      ],
    });
  await upsert('b/1', 'w');
  await upsert('a', 'other');
  assert.deepEqual(ids((await ask('GET', '/triggers')).body['items']), ['a', 'b/1']);
  const ofOne = await ask('GET', '/triggers?workflowExternalId=w&workflowVersion=1');
  assert.deepEqual(ids(ofOne.body['items']), ['b/1']);

  const paused = async () =>
    listOf((await ask('GET', '/triggers')).body['items']).map((one) => one['isPaused']);
  await ask('POST', '/triggers/b%2F1/pause');
  assert.deepEqual(await paused(), [false, true]);
  await ask('POST', '/triggers/b%2F1/resume');
  assert.deepEqual(await paused(), [false, false]);
  assert.deepEqual((await ask('GET', '/triggers/b%2F1/history')).body['items'], []);
  await ask('POST', '/triggers/delete', { items: [{ externalId: 'a' }] });
  assert.deepEqual(ids((await ask('GET', '/triggers')).body['items']), ['b/1']);
});
