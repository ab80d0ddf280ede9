import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { demoRunIds } from '../../../../src/mock/xpander/seeds/demoWorkflowRuns.ts';
import { scene } from './scene.ts';

const { triage, invoices, scout, notes } = demoAgentIds;
const history = '/agent-execution/executions/history';

test('agents and workflows come in one bare list, with and without /v1', async () => {
  const { list } = scene();
  const agents = await list('/agents/list');

  assert.deepEqual(await list('/v1/agents/list'), agents);
  assert.equal(agents.length, 7);
  assert.deepEqual(
    agents.filter((agent) => agent['type'] === 'orchestration').map((agent) => agent['name']),
    ['Invoice Approval', 'Customer Onboarding'],
  );
});

test('an agent has the keys that the SDK requires, in the requested version', async () => {
  const { read } = scene();
  const agent = await read(`/agents/${invoices}`, { headers: { 'x-agent-version': '2' } });
  const demanded = ['id', 'organization_id', 'name', 'unique_name', 'framework', 'model_provider'];

  assert.deepEqual(
    demanded.filter((key) => typeof agent[key] !== 'string'),
    [],
  );
  assert.equal(agent['version'], 2);
  assert.equal((agent['orchestration_nodes'] as unknown[]).length, 5);
});

test('the tasks of an agent are filtered by every query of the SDK', async () => {
  const { list } = scene();
  const count = async (query: string) => (await list(`${history}/${query}`)).length;

  assert.equal(await count(triage), 5);
  assert.equal(await count(`${triage}?status=paused`), 2);
  assert.equal(await count(`${triage}?internal_status=awaiting+approval`), 1);
  assert.equal(await count(`${scout}?parent_task_id=${demoTaskIds.research}`), 2);
  assert.equal(await count(`${scout}?triggering_agent_id=${demoAgentIds.onboarding}`), 1);
  assert.equal(await count(`${triage}?user_id=nobody`), 0);
  assert.equal(await count(notes), 0);
  assert.equal(await count('no-such-agent'), 0);
});

test('the tasks of a user span agents', async () => {
  const { read, list } = scene();
  const user = { id: 'u 1', email: 'u@example.com' };
  for (const agent of [triage, scout]) {
    const body = { input: { text: '', user } };
    await read(`/agent-execution/${agent}`, { method: 'POST', body });
  }

  assert.equal((await list(`${history}/user/u%201`)).length, 2);
});

test('a task has the keys that the SDK requires', async () => {
  const { task } = scene();
  const record = await task(demoTaskIds.refund);

  for (const key of ['expected_output', 'mcp_servers', 'triggering_agent_id', 'title', 'input']) {
    assert.ok(Object.hasOwn(record, key), key);
  }
});

test('the activity of a task tells what was asked and answered', async () => {
  const { read } = scene();
  const { messages } = await read(`/activity/${triage}/${demoTaskIds.parcel}`);

  assert.deepEqual(
    (messages as Record<string, string>[]).map((one) => one['role'] ?? one['tool_name']),
    ['user', 'zendesk_get_ticket', 'agent'],
  );
});

test('the platform’s API has pages, and rejects those that do not exist', async () => {
  const { read, ask } = scene();
  const page = await read(`/v1/tasks?page=2&per_page=2&agent_id=${triage}`);

  assert.equal((page['items'] as unknown[]).length, 2);
  assert.deepEqual(
    [page['total'], page['page'], page['per_page'], page['total_pages']],
    [5, 2, 2, 3],
  );
  for (const query of ['page=0', 'per_page=51', 'page=x', 'status=done', 'from_date=soon']) {
    assert.equal((await ask(`/v1/tasks?${query}`)).status, 422, query);
  }
});

test('the platform’s API tells workflows and their nodes', async () => {
  const { read, list, ask } = scene();

  assert.equal((await read('/v1/workflows'))['total'], 2);
  assert.equal((await read('/v1/agents'))['total'], 7);
  assert.equal((await read(`/v1/workflows/${invoices}`))['id'], invoices);
  assert.equal((await ask(`/v1/workflows/${triage}`)).status, 404);
  const nodes = await list(`/v1/workflows/${invoices}/nodes`);
  assert.deepEqual(nodes[1]?.['next_node_ids'], ['n-ask', 'n-book']);
});

test('the platform’s API changes an agent, starts, stops and deletes tasks', async () => {
  const { read, ask } = scene();
  const invoked = await read(`/v1/workflows/${invoices}/invoke/async`, {
    method: 'POST',
    body: { input: { text: 'x' } },
  });
  const named = await read(`/v1/agents/${triage}`, { method: 'PATCH', body: { name: 'New' } });

  assert.equal(named['name'], 'New');
  assert.equal(
    (await read(`/v1/tasks/${String(invoked['id'])}/stop`, { method: 'POST' }))['status'],
    'stopped',
  );
  assert.equal((await ask(`/v1/tasks/${demoTaskIds.research}`, { method: 'DELETE' })).status, 204);
  assert.equal((await ask(`/v1/tasks/${demoTaskIds.reviews}`)).status, 404);
});

test('nothing is answered without a key, with a wrong one, or to a bearer outside /v1', async () => {
  const { ask } = scene({ key: 'right' });
  const status = async (path: string, headers: Record<string, string>) =>
    (await ask(path, { headers: { 'x-api-key': '', ...headers } })).status;

  assert.equal(await status('/agents/list', {}), 401);
  assert.equal(await status('/agents/list', { 'x-api-key': 'wrong' }), 401);
  assert.equal(await status('/agents/list', { 'x-api-key': 'right' }), 200);
  const answer = await ask('/agents/list', { headers: { 'x-api-key': '' } });
  assert.deepEqual(await answer.json(), { detail: 'Invalid or missing API key' });
});

test('a bearer token is as good as a key below /v1, and nowhere else', async () => {
  const { xpander } = scene();
  const status = async (path: string) => {
    const headers = { authorization: 'Bearer some.jwt.token' };
    return (await xpander.fetch(new Request(`http://mock${path}`, { headers })))?.status;
  };

  assert.equal(await status('/v1/tasks'), 200);
  assert.equal(await status('/agents/list'), 401);
});

test('a self-hosted controller has the organization in front', async () => {
  const { list, xpander } = scene();

  assert.equal((await list('/agent-controller/org-demo/agents/list')).length, 7);
  assert.equal((await list('/org-demo/agents/list')).length, 7);
  const other = new Request('http://mock/other-org/agents/list');
  assert.equal(await xpander.fetch(other), undefined);
});

test('a missing resource is a 404 in the vendor’s shape', async () => {
  const { ask } = scene();

  for (const path of ['/agent-execution/none/status', '/agents/none', '/v1/tasks/none']) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.match(((await answer.json()) as { detail: string }).detail, /not found$/);
  }
  assert.deepEqual(await (await ask('/v1/nothing')).json(), { detail: 'Not Found' });
});

for (const id of [
  'a b',
  'a/b',
  '100%',
  '%2F',
  'ü🧵',
  '"\'<&',
  'x'.repeat(255),
  'status',
  'update',
]) {
  test(`a task may be called ${id.slice(0, 20)}`, async () => {
    const { read, task, patch } = scene();
    await read(`/agent-execution/${triage}`, { method: 'POST', body: { id, input: { text: '' } } });

    assert.equal((await patch(id, { result: 'r' }))['result'], 'r');
    assert.equal((await task(id))['id'], id);
  });
}

test('a million tasks are created only when they are read', async () => {
  const { ask, list, read, task, patch } = scene({ seed: 1_000_000 });
  const page = async (path: string) => {
    const { items, total } = await read(path);
    return { ids: (items as Wire[]).map((one) => one['id']), total };
  };

  assert.equal((await list('/agents/list')).length, 20);
  assert.equal((await patch('task-999999', { result: 'kept' }))['result'], 'kept');
  assert.equal((await task('task-999999'))['result'], 'kept');
  await ask('/v1/tasks/task-39', { method: 'DELETE' });
  const { items } = await read('/v1/agents/agent-19/tasks?page=16667&per_page=3');
  assert.deepEqual((items as Wire[]).map((one) => one['result']).at(-1), 'kept');
  assert.deepEqual(await page('/v1/agents/agent-19/tasks?per_page=2'), {
    ids: ['task-19', 'task-59'],
    total: 49_999,
  });
  assert.deepEqual(await page('/v1/tasks?per_page=2'), {
    ids: ['task-0', 'task-1'],
    total: 999_999,
  });
});

test('a thousand tasks are shared by the same agents, and new tasks come first', async () => {
  const { list, read, task } = scene({ seed: 1_000 });
  await task('task-22');
  const body = { id: 'new', input: { text: '' } };
  await read('/agent-execution/agent-2', { method: 'POST', body });
  const ids = (await list(`${history}/agent-2`)).map((one) => one['id']);

  assert.equal((await list('/agents/list')).length, 20);
  assert.deepEqual(ids.slice(0, 4), ['new', 'task-2', 'task-22', 'task-42']);
  assert.deepEqual([ids.length, new Set(ids).size], [51, 51]);
  assert.deepEqual(await list(`${history}/agent-20`), []);
});

test('the demo has something in every status, and a run waits at its node', async () => {
  const { read, task } = scene();
  const { items } = await read('/v1/tasks?per_page=50');
  const words = new Set((items as Wire[]).map((one) => one['status']));

  assert.equal(words.size, 7);
  assert.deepEqual((await task(demoRunIds.largeInvoice))['hitl_request'], {
    wait_node_id: 'n-ask',
  });
});
