import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startMock, type TestMock } from '../../support/startMock.ts';
import { parseFaultRules } from '../../../src/mock/faults.ts';

let mock: TestMock;
before(async () => {
  mock = await startMock();
});
after(() => mock.close());
beforeEach(() => mock.reset());

const get = (path: string) => fetch(mock.conductorUrl + path);

async function waiting(): Promise<string> {
  const response = await get(
    '/tasks/search?query=taskDefName=underwriter_review%20AND%20status=IN_PROGRESS',
  );
  const { results } = (await response.json()) as { results: { taskId: string }[] };
  return results[0]?.taskId ?? '';
}

async function statusOf(taskId: string): Promise<string> {
  return ((await (await get(`/tasks/${taskId}`)).json()) as { status: string }).status;
}

async function complete(taskId: string): Promise<Response> {
  const { workflowInstanceId } = (await (await get(`/tasks/${taskId}`)).json()) as {
    workflowInstanceId: string;
  };
  return await fetch(`${mock.conductorUrl}/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ workflowInstanceId, taskId, status: 'COMPLETED' }),
  });
}

test('a status is answered as often as asked for, with its headers', async () => {
  await mock.setFaults({
    path: 'names-and-versions',
    count: 2,
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
  });

  for (const expected of [429, 429, 200]) {
    const response = await get('/metadata/workflow/names-and-versions');
    assert.equal(response.status, expected);
    assert.equal(response.headers.get('retry-after'), expected === 429 ? '3' : null);
  }
});

test('a rule applies to its method only', async () => {
  await mock.setFaults({ method: 'POST', count: 0, fault: { kind: 'status', status: 503 } });

  assert.equal((await get('/metadata/workflow')).status, 200);
});

test('a reset cuts the connection before anything happens', async () => {
  const taskId = await waiting();
  await mock.setFaults({ method: 'POST', fault: { kind: 'reset' } });

  await assert.rejects(complete(taskId));
  assert.equal(await statusOf(taskId), 'IN_PROGRESS');
});

test('a request whose answer is lost was handled all the same', async () => {
  const taskId = await waiting();
  await mock.setFaults({ method: 'POST', fault: { kind: 'lostAnswer' } });

  await assert.rejects(complete(taskId));
  assert.equal(await statusOf(taskId), 'COMPLETED');
});

test('a truncated answer breaks off', async () => {
  await mock.setFaults({ fault: { kind: 'truncated' } });
  const response = await get('/metadata/workflow');

  await assert.rejects(response.text());
});

test('a malformed answer and a sign-in page are no JSON', async () => {
  for (const kind of ['malformed', 'loginPage'] as const) {
    await mock.setFaults({ fault: { kind } });
    const response = await get('/metadata/workflow');
    assert.equal(response.status, 200);
    await assert.rejects(response.json());
  }
});

test('a stale read answers with the state before the last write', async () => {
  const taskId = await waiting();
  assert.equal(await statusOf(taskId), 'IN_PROGRESS');
  await complete(taskId);
  assert.equal(await statusOf(taskId), 'COMPLETED');
  await mock.setFaults({ method: 'GET', count: 1, fault: { kind: 'stale', writes: 1 } });

  assert.equal(await statusOf(taskId), 'IN_PROGRESS');
  assert.equal(await statusOf(taskId), 'COMPLETED');
});

test('delayed answers arrive', async () => {
  await mock.setFaults({ fault: { kind: 'latency', ms: 5 } });

  assert.equal((await get('/metadata/workflow')).status, 200);
});

test('invalid rules are rejected', async () => {
  const response = await fetch(`${mock.controlUrl}/faults`, {
    method: 'POST',
    body: JSON.stringify([{ fault: { kind: 'earthquake' } }]),
  });

  assert.equal(response.status, 400);
  assert.match(await response.text(), /Unknown kind of fault/);
});

test('requests are recorded as they came, and forgotten on demand', async () => {
  await mock.clearRequests();
  await fetch(`${mock.conductorUrl}/tasks/x/y/COMPLETED?workerid=me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mine': '1' },
    body: '{"a":1}',
  });

  const [request, ...more] = await mock.requests();
  assert.equal(more.length, 0);
  assert.equal(request?.method, 'POST');
  assert.equal(request.path, '/api/tasks/x/y/COMPLETED');
  assert.equal(request.query, '?workerid=me');
  assert.equal(request.headers['x-mine'], '1');
  assert.equal(request.body, '{"a":1}');
});

test('a rule with an odd value is refused, and the sentence names its key', () => {
  const status = { kind: 'status', status: 503 };
  for (const [rule, key] of [
    [{ path: [], fault: status }, 'path'],
    [{ count: -1, fault: status }, 'count'],
    [{ fault: { kind: 'status' } }, 'fault.status'],
    [{ fault: { ...status, headers: { 'bad header': 'x' } } }, 'fault.headers'],
    [{ fault: { kind: 'latency', ms: 'x' } }, 'fault.ms'],
  ] as const) {
    assert.throws(() => parseFaultRules(rule), {
      name: 'TypeError',
      message: new RegExp(`"${key}"`),
    });
  }
  assert.equal(parseFaultRules([{ fault: status, count: 0 }]).length, 1);
});
