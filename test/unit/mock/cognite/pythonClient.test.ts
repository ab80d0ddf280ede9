import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { createClock } from '../../../../src/mock/clock.ts';
import { createCognite } from '../../../../src/mock/cognite/cognite.ts';
import { answerOf, listOf, textOf, type Answer } from './world.ts';

// The requests of the official Python SDK 8, byte for byte: compact JSON, every body compressed,
// its own headers. The answers must contain the keys that its parser requires.

const headers = {
  'content-type': 'application/json',
  accept: 'application/json',
  'x-cdp-sdk': 'CognitePythonSDK:8.13.0',
  'x-cdp-app': 't',
  'cdf-version': '20230101',
  'accept-encoding': 'gzip, deflate',
  authorization: 'Bearer tok',
};
const cognite = createCognite({ clock: createClock(), seed: 'empty' });

async function ask(method: string, path: string, body?: string): Promise<Answer> {
  const packed = body === undefined ? undefined : new Uint8Array(gzipSync(body));
  const request = new Request(`http://mock/api/v1${path}`, {
    method,
    headers: packed === undefined ? headers : { ...headers, 'content-encoding': 'gzip' },
    ...(packed === undefined ? {} : { body: packed }),
  });
  return await answerOf(await cognite.fetch(request));
}

const at = (path: string) => `/projects/proj/workflows${path}`;

function holds(value: object | undefined, ...keys: readonly string[]): void {
  for (const key of keys) assert.ok(value !== undefined && key in value, `${key} is missing`);
}

test('every request of the SDK’s table is answered as its parser needs it', async () => {
  const upserted = await ask(
    'POST',
    at(''),
    '{"items":[{"externalId":"wf","maxConcurrentExecutions":2}]}',
  );
  assert.equal(upserted.status, 200);
  holds(listOf(upserted.body['items'])[0], 'externalId', 'createdTime', 'lastUpdatedTime');
  const task =
    '{"externalId":"a","type":"function","parameters":{"function":{"externalId":"f","data":{"n":"\\u00e5"}},"isAsyncComplete":true},"retries":0}';
  const version = `{"items":[{"workflowExternalId":"wf","version":"1","workflowDefinition":{"tasks":[${task}]}}]}`;
  const made = await ask('POST', at('/versions'), version);
  holds(listOf(made.body['items'])[0], 'workflowExternalId', 'version', 'workflowDefinition');

  const sessions = await ask(
    'POST',
    '/projects/proj/sessions',
    '{"items":[{"tokenExchange":true}]}',
  );
  const nonce = textOf(listOf(sessions.body['items'])[0]?.['nonce']);
  const run = await ask(
    'POST',
    at('/wf/versions/1/run'),
    `{"authentication":{"nonce":"${nonce}"},"input":{"x":1},"metadata":{"k":"v"}}`,
  );
  assert.equal(run.status, 202);
  holds(run.body, 'id', 'workflowExternalId', 'status', 'createdTime');
  const id = textOf(run.body['id']);

  const details = await ask('GET', at(`/executions/${id}`));
  holds(details.body, 'workflowDefinition', 'executedTasks');
  const [first] = listOf(details.body['executedTasks']);
  holds(first, 'id', 'externalId', 'status', 'taskType', 'input', 'output');
  const updated = await ask(
    'POST',
    at(`/tasks/${textOf(first?.['id'])}/update`),
    '{"status":"COMPLETED","output":{"k":"\\u00e6"}}',
  );
  assert.equal(updated.status, 200);
  holds(listOf([updated.body['output']])[0], 'k', 'callId');

  const filter =
    '{"filter":{"workflowFilters":[{"externalId":"wf","version":"1"}],"createdTimeStart":5,"createdTimeEnd":99999999999999,"status":["COMPLETED","TIMED_OUT"]},"limit":25}';
  const table: readonly (readonly [string, string, string | undefined, number])[] = [
    ['GET', at('?limit=1000'), undefined, 200],
    ['GET', at('?limit=25'), undefined, 200],
    ['GET', at('/wf%201%2F%C3%A5'), undefined, 404],
    [
      'POST',
      at('/versions/list'),
      '{"filter":{"workflowFilters":[{"externalId":"wf"}]},"limit":1000}',
      200,
    ],
    ['POST', at('/versions/list'), '{"filter":{"workflowFilters":[]},"limit":25}', 200],
    ['GET', at('/versions?workflowFilters=x'), undefined, 404],
    ['GET', at('/wf/versions/1'), undefined, 200],
    ['POST', at('/executions/list'), filter, 200],
    ['POST', at(`/executions/${id}/cancel`), '{"reason":"why"}', 400],
    ['GET', at('/triggers?limit=25'), undefined, 200],
    ['GET', at('/triggers/a%2Fb/history?limit=25'), undefined, 404],
    ['POST', at('/triggers/a%2Fb/pause'), undefined, 404],
    ['POST', at('/triggers/delete'), '{"items":[{"externalId":"x"}]}', 200],
    ['GET', '/token/inspect', undefined, 200],
    [
      'POST',
      at('/versions/delete?ignoreUnknownIds=false'),
      '{"items":[{"version":"1","workflowExternalId":"wf"}]}',
      200,
    ],
    ['POST', at('/delete?ignoreUnknownIds=true'), '{"items":[{"externalId":"wf"}]}', 200],
  ];
  for (const [method, path, body, status] of table) {
    assert.equal((await ask(method, path, body)).status, status, `${method} ${path} ${body ?? ''}`);
  }
});
