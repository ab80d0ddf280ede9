import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isEngineError } from '../../../../src/domain/engineError.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { demoRunIds } from '../../../../src/mock/xpander/seeds/demoWorkflowRuns.ts';
import { createXpanderClient } from '../../../support/xpanderClient.ts';
import { xpanderEngine } from '../../../support/xpanderEngine.ts';
import { xpanderRef, xpanderScene } from '../../../support/xpanderScene.ts';

const { signal } = new AbortController();
const { triage } = demoAgentIds;
const scene = xpanderScene();
const { read, paths } = scene;

const names = (tasks: readonly Task[] | undefined) => tasks?.map((task) => task.name);
const history = '/agent-execution/executions/history';

test('agents and workflows are distinguished', async () => {
  const { items, total } = await scene.engine().listWorkflows({ size: 50 }, signal);

  assert.equal(total, 7);
  assert.deepEqual(
    items.map(({ kind, name }) => `${kind}: ${name}`),
    [
      'agent: Bookkeeper',
      'workflow: Customer Onboarding',
      'workflow: Invoice Approval',
      'agent: Release Notes Writer',
      'agent: Research Analyst',
      'agent: Support Triage',
      'agent: Web Scout',
    ],
  );
});

test('the connection test names the server', async () => {
  assert.deepEqual(await scene.engine().test(signal), {
    server: 'xpander.ai, organization org-demo: 5 agents, 2 workflows',
    notes: [],
  });
});

const twoOfTriage = ['Answer to the partner mailbox', 'Refund of 480 € for order 88213'];

/** Two pages of one task each, and the requests for them. */
async function paused() {
  const filter = { workflow: triage, statuses: ['paused'] };
  let seen: Task[] = [];
  const asked = await paths(async () => {
    const first = await scene.engine().listTasks?.(filter, { size: 1 }, signal);
    const rest = await scene
      .engine()
      .listTasks?.(filter, { size: 1, cursor: first?.next ?? '' }, signal);
    assert.equal(rest?.next, undefined);
    seen = [...(first?.items ?? []), ...(rest?.items ?? [])];
  });

  return { asked, seen: names(seen) };
}

test('a page of tasks costs one request, with the status of the filter', async () => {
  const page = `GET /v1/agents/${triage}/tasks?page=1&per_page=50&status=paused`;

  assert.deepEqual(await paused(), { asked: [page, page], seen: twoOfTriage });
});

test('where the server has no pages, one list serves all pages', async () => {
  await scene.mock().setFaults({ path: '/v1/', count: 0, fault: { kind: 'status', status: 404 } });
  const list = `GET ${history}/${triage}?status=paused`;
  const page = `GET /v1/agents/${triage}/tasks?page=1&per_page=50&status=paused`;

  assert.deepEqual(await paused(), { asked: [page, list], seen: twoOfTriage });
});

test('a failing server is not mistaken for one without pages', async () => {
  const fault = { kind: 'status', status: 503 } as const;
  await scene.mock().setFaults({ path: '/v1/', count: 0, fault });

  await assert.rejects(paused(), (error) => isEngineError(error, 'unavailable'));
  await scene.mock().setFaults();
  assert.deepEqual((await paused()).seen, twoOfTriage);
});

test('listing without an agent is rejected with one sentence', async () => {
  await assert.rejects(
    async () => scene.engine().listTasks?.({}, { size: 1 }, signal),
    (error) => isEngineError(error, 'unsupported'),
  );
});

test('a task is stopped, and stopping it again does nothing', async () => {
  const task = await read(demoTaskIds.research);
  const said = { accepted: true, said: '200: the task is stopped.' };
  const asked = await paths(async () => {
    const { shows, ...answer } = (await scene.engine().stop?.(task, signal)) ?? assert.fail();
    assert.deepEqual(answer, said);
    assert.equal(shows?.status, 'stopped');
  });
  const stopped = await read(demoTaskIds.research);

  assert.deepEqual(asked, [`DELETE /agent-execution/${demoTaskIds.research}`]);
  assert.deepEqual([stopped.status, stopped.state], ['stopped', 'cancelled']);
  assert.equal(stopped.engineFields['stopped_by_hand'], true);
  const { shows: _, ...again } = (await scene.engine().stop?.(stopped, signal)) ?? assert.fail();
  assert.deepEqual(again, said);
});

test('a run that waits at a node says so, and continues from the cursor in the update', async () => {
  const run = await read(demoRunIds.largeInvoice);
  assert.equal(run.engineFields['wait_node'], 'n-ask');
  assert.match(run.options.warnings.join(), /n-ask/);

  const fields = { last_executed_node_id: 'n-book', source: 'editor' };
  await scene.engine().send(run, { status: 'executing', fields }, signal);
  const after = await read(demoRunIds.largeInvoice);

  assert.equal(after.status, 'executing');
  assert.deepEqual(
    Object.keys(fields).map((key) => after.engineFields[key]),
    Object.values(fields),
  );
});

test('all five fields arrive, an empty result clears, and what is left out stays', async () => {
  const before = await read(demoTaskIds.parcel);
  const clear = { output: { kind: 'text', text: '' } } as const;
  await scene.engine().send(before, clear, signal);
  const cleared = await read(demoTaskIds.parcel);

  assert.equal(cleared.output, '');
  assert.deepEqual([cleared.status, cleared.name], [before.status, before.name]);
});

test('without a key nothing is sent', async () => {
  const engine = xpanderEngine(scene.mock().xpanderUrl, { secret: async () => ' ' });
  const asked = await paths(() =>
    assert.rejects(engine.test(signal), (error) => {
      assert.ok(isEngineError(error, 'auth'));
      assert.equal(error.nothingApplied, true);
      return /No API key was entered for mock/.test(error.message);
    }),
  );

  assert.deepEqual(asked, []);
});

test('the key never appears in the log or in an error that quotes it', async () => {
  const key = 'canary-6b1f';
  const lines: string[] = [];
  const engine = xpanderEngine(scene.mock().xpanderUrl, {
    secret: async () => key,
    log: { debug: (line) => lines.push(line) },
  });
  const body = JSON.stringify({ detail: `The key ${key} has expired` });
  await scene.mock().setFaults({ fault: { kind: 'status', status: 401, body } });

  await assert.rejects(engine.test(signal), (error) => {
    assert.ok(isEngineError(error, 'auth'));
    return error.message.includes('has expired') && !error.message.includes(key);
  });
  await engine.test(signal);
  assert.equal(lines.length, 2);
  assert.ok(!lines.join().includes(key));
});

test('requests to a self-hosted controller start with the organization', async () => {
  const url = `${scene.mock().xpanderUrl}/agent-controller/`;
  const engine = xpanderEngine(url, {}, { organization: 'org-demo' });
  const asked = await paths(() => engine.readTask(xpanderRef(demoTaskIds.refund), signal));

  assert.deepEqual(asked, [
    `GET /agent-controller/org-demo/agent-execution/${demoTaskIds.refund}/status`,
  ]);
});

for (const id of ['.', '..', '']) {
  test(`the id "${id}", which no URL can contain, is rejected without a request`, async () => {
    const task = { ...(await read(demoTaskIds.refund)), ref: xpanderRef(id) };
    const asked = await paths(() =>
      assert.rejects(
        scene.engine().send(task, { status: 'completed' }, signal),
        (error) => isEngineError(error, 'unsupported') && error.nothingApplied,
      ),
    );

    assert.deepEqual(asked, []);
  });
}

test('secrets that a task carries are not part of what is read', async () => {
  const canary = 'canary-2c9d';
  const path = `${scene.mock().xpanderUrl}/agent-execution/${demoTaskIds.refund}/update`;
  await fetch(path, {
    method: 'PATCH',
    headers: { 'x-api-key': 'any' },
    body: JSON.stringify({
      user_oidc_token: canary,
      user_tokens: { github: canary },
      mcp_servers: [{ api_key: canary }],
      tool_call_payload_extension: { headers: { Authorization: canary } },
    }),
  });
  const client = createXpanderClient(scene.mock().xpanderUrl);
  assert.match(JSON.stringify(await client.readTask(demoTaskIds.refund)), /canary-2c9d/);

  const task = await read(demoTaskIds.refund);
  const listed = await scene.engine().listTasks?.({ workflow: triage }, { size: 50 }, signal);
  assert.ok(!JSON.stringify([task, listed]).includes(canary));
});
