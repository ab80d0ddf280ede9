import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { demoRunIds } from '../../../../src/mock/xpander/seeds/demoWorkflowRuns.ts';
import { scene } from './scene.ts';

const { triage, invoices } = demoAgentIds;
const user = { id: 'u1', email: 'ann@example.com' };

test('a created task keeps files, attachments, the whole user and the principal', async () => {
  const { read, task } = scene();
  const input = {
    text: 'go',
    files: ['https://files.example/a.csv'],
    attachments: [{ url: 'https://files.example/a.csv', mime: 'text/csv' }],
    user: { ...user, first_name: 'Ann', timezone: 'Europe/Oslo' },
    principal: { kind: 'user', id: 'u1' },
  };
  const created = await read(`/agent-execution/${triage}`, { method: 'POST', body: { input } });
  const kept = (await task(String(created['id'])))['input'] as typeof input;

  assert.deepEqual(kept.files, input.files);
  assert.equal(kept.attachments[0]?.mime, 'text/csv');
  assert.deepEqual([kept.user.first_name, kept.user.timezone], ['Ann', 'Europe/Oslo']);
  assert.deepEqual([kept.principal.kind, kept.principal.id], ['user', 'u1']);
});

test('a task runs on the model of its agent, or on the one that its creator names', async () => {
  const { read } = scene();
  const create = (more: Wire) =>
    read(`/agent-execution/${triage}`, { method: 'POST', body: { input: {}, ...more } });
  const models = ['llm_model_provider', 'llm_model_name', 'llm_reasoning_effort'];
  const plain = await create({});
  const other = {
    [models[0] ?? '']: 'openai',
    [models[1] ?? '']: 'gpt-5',
    llm_reasoning_effort: 'low',
  };
  const named = await create(other);

  assert.deepEqual(
    models.map((key) => plain[key]),
    ['anthropic', 'claude-sonnet-4-6', null],
  );
  assert.deepEqual(
    models.map((key) => named[key]),
    ['openai', 'gpt-5', 'low'],
  );
});

test('a run has the version that was asked for, the newest by default', async () => {
  const { read, ask } = scene();
  const path = `/v1/workflows/${invoices}/invoke/async`;
  const versionOf = async (query: string) =>
    (await read(path + query, { method: 'POST', body: { input: {} } }))['agent_version'];

  assert.equal(await versionOf(''), '3');
  assert.equal(await versionOf('?version=1'), '1');
  assert.equal(await versionOf('?version=draft'), 'draft');
  for (const version of ['4', '0', 'x']) {
    const body = { input: {} };
    const answer = await ask(`${path}?version=${version}`, { method: 'POST', body });
    assert.deepEqual([version, answer.status], [version, 404]);
  }
  const body = { input: {} };
  const headers = { 'x-agent-version': '2' };
  const created = await read(`/agent-execution/${invoices}`, { method: 'POST', body, headers });
  assert.equal(created['agent_version'], '2');
});

const refused: readonly (readonly [string, string, readonly (string | number)[]])[] = [
  ['no input', '{}', ['body', 'input']],
  ['an input that is no object', '{"input":"go"}', ['body', 'input']],
  ['a text that is none', '{"input":{"text":7}}', ['body', 'input', 'text']],
  ['files that are no list', '{"input":{"files":"a"}}', ['body', 'input', 'files']],
  ['a file that is no text', '{"input":{"files":["a",1]}}', ['body', 'input', 'files', 1]],
  [
    'an attachment without a URL',
    '{"input":{"attachments":[{"name":"a"}]}}',
    ['body', 'input', 'attachments', 0, 'url'],
  ],
  [
    'a user without an address',
    '{"input":{"user":{"id":"u"}}}',
    ['body', 'input', 'user', 'email'],
  ],
  [
    'a principal of an unknown kind',
    '{"input":{"principal":{"kind":"robot","id":"u"}}}',
    ['body', 'input', 'principal', 'kind'],
  ],
  [
    'a principal whose id has a colon',
    '{"input":{"principal":{"kind":"user","id":"a:b"}}}',
    ['body', 'input', 'principal', 'id'],
  ],
  ['an unknown format', '{"input":{},"output_format":"pdf"}', ['body', 'output_format']],
  ['an unknown mode', '{"input":{},"think_mode":"softer"}', ['body', 'think_mode']],
  [
    'an unknown effort',
    '{"input":{},"llm_reasoning_effort":"max"}',
    ['body', 'llm_reasoning_effort'],
  ],
];

for (const [what, raw, loc] of refused) {
  test(`creating a task with ${what} is a 422 answer, and no task`, async () => {
    const { ask, read } = scene();
    const before = (await read('/v1/tasks'))['total'];
    const answer = await ask(`/agent-execution/${triage}`, { method: 'POST', raw });
    const { detail } = (await answer.json()) as { detail: { loc: unknown }[] };

    assert.equal(answer.status, 422);
    assert.deepEqual(detail[0]?.loc, loc);
    assert.equal((await read('/v1/tasks'))['total'], before);
  });
}

test('an update of the input replaces it, and a wrong one changes nothing', async () => {
  const { ask, patch, task } = scene();
  const after = await patch(demoTaskIds.refund, { input: { text: 'Pay half.', user } });
  const wrong = { method: 'PATCH', body: { title: 'x', input: { text: 1 } } };
  const answer = await ask(`/agent-execution/${demoTaskIds.refund}/update`, wrong);

  assert.equal((after['input'] as Wire)['text'], 'Pay half.');
  assert.equal(answer.status, 422);
  assert.deepEqual(await task(demoTaskIds.refund), after);
});

test('the user in an updated input is the one whose tasks list it', async () => {
  const { patch, list } = scene();
  await patch(demoTaskIds.refund, { input: { user } });

  const [found, ...rest] = await list('/agent-execution/executions/history/user/u1');
  assert.deepEqual([found?.['id'], found?.['user_id'], rest], [demoTaskIds.refund, 'u1', []]);
});

test('no worker starts a task that runs locally', async () => {
  const { read, task, clock } = scene();
  const body = { input: {}, run_locally: true };
  const { id } = await read(`/agent-execution/${triage}`, { method: 'POST', body });
  clock.advance(86_400_000);

  assert.equal((await task(String(id)))['status'], 'pending');
});

test('another turn of a run starts at its first node, with the new input and title', async () => {
  const { read, task, clock } = scene();
  const body = { id: demoRunIds.smallInvoice, input: { text: 'a large one' }, title: 'Again' };
  await read(`/v1/workflows/${invoices}/invoke/async`, { method: 'POST', body });
  clock.advance(2_000);
  const begun = await task(demoRunIds.smallInvoice);
  clock.advance(30_000);
  const waits = await task(demoRunIds.smallInvoice);

  assert.deepEqual([begun['status'], begun['last_executed_node_id']], ['executing', null]);
  assert.deepEqual([begun['title'], begun['result']], ['Again', null]);
  assert.deepEqual(waits['hitl_request'], { wait_node_id: 'n-ask' });
});

test('a caller may name the node where a paused run continues', async () => {
  const { read, task, clock } = scene();
  const extension = { workflow_next_node: 'n-book' };
  const body = { id: demoRunIds.largeInvoice, input: {}, payload_extension: extension };
  await read(`/v1/workflows/${invoices}/invoke/async`, { method: 'POST', body });
  clock.advance(2_000);
  const run = await task(demoRunIds.largeInvoice);

  assert.equal(run['status'], 'executing');
  assert.equal((run['sub_executions'] as unknown[]).length, 1);
});

test('a reported task is recorded as it ended, and a wrong report is not', async () => {
  const { ask, read, task } = scene();
  const path = `/agent-execution/${triage}/report_task`;
  const body = { id: 'far away', input: 'asked', is_success: false, result: 'No' };
  await read(path, { method: 'POST', body });
  const wrong = await ask(path, { method: 'POST', body: { input: { text: 'x' } } });
  const record = await task('far away');

  assert.deepEqual([record['status'], record['result']], ['failed', 'No']);
  assert.equal((record['input'] as Wire)['text'], 'asked');
  assert.equal(wrong.status, 422);
});
