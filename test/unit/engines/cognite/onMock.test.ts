import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { Engine } from '../../../../src/domain/engine.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { CogniteSettings } from '../../../../src/mock/cognite/cogniteSettings.ts';
import { createCogniteClient, requestTask, waitingTask } from '../../../support/cogniteClient.ts';
import { cogniteConnection, cogniteEngine } from '../../../support/cogniteEngine.ts';
import { startMock } from '../../../support/startMock.ts';
import { signal } from './builders.ts';

async function scene(settings: Partial<CogniteSettings> = {}, seed: 'empty' | 'demo' = 'empty') {
  const mock = await startMock({ seed, cognite: settings });
  const client = createCogniteClient(mock.cogniteUrl);
  const engine = cogniteEngine(cogniteConnection(mock.cogniteUrl));
  return { mock, client, engine, [Symbol.asyncDispose]: async () => await mock.close() };
}

async function firstTask(engine: Engine, execution: string): Promise<Task> {
  const node = (await engine.readExecution?.(execution, signal))?.nodes[0];
  assert.ok(node?.kind === 'task');
  return node.task;
}

test('hostile ids are listed, read and updated', async () => {
  await using world = await scene();
  const { client, engine } = world;
  const names = ['two words', 'a/b', '100%', 'a%2Fb', '../x', 'ä😀', '?#&+"<>', 'x'.repeat(255)];
  for (const name of names) {
    await client.define(name, [waitingTask(name, { retries: 0 })], name);
    const execution = await client.run(name, name);
    const task = await firstTask(engine, execution);
    assert.deepEqual([task.name, task.ref.workflow], [name, name]);

    const output = { kind: 'object', mode: 'merge', value: { [name]: name } } as const;
    const answer = await engine.send(task, { status: 'COMPLETED', output }, signal);

    assert.equal(answer.accepted, true, answer.said);
    const after = await engine.readTask(task.ref, signal);
    assert.equal(after?.status, 'COMPLETED');
    assert.ok(typeof after.output === 'object');
    assert.equal(after.output[name], name);
    const found = await engine.listExecutions?.({ workflow: name }, { size: 5 }, signal);
    assert.deepEqual(
      found?.items.map((one) => one.id),
      [execution],
    );
  }
  const workflows = await engine.listWorkflows({ size: 50 }, signal);
  assert.deepEqual(
    workflows.items.map((one) => [one.name, one.version]),
    names.toSorted().map((name) => [name, name]),
  );
});

test('a task waits with either spelling of the flag, with or without named parents', async () => {
  for (const asyncSpelling of ['isAsyncComplete', 'asyncComplete'] as const) {
    await using world = await scene({ asyncSpelling, namesParents: false });
    const inner = { subworkflow: { tasks: [waitingTask('ask')] } };
    await world.client.define('w', [{ externalId: 'sub', type: 'subworkflow', parameters: inner }]);
    const execution = await world.client.run('w');
    const node = (await world.engine.readExecution?.(execution, signal))?.nodes[0];
    const child = node?.children[0];
    assert.ok(child?.kind === 'task');
    assert.deepEqual([child.task.name, child.task.state], ['ask', 'waiting']);
  }
});

test('an update that shows only later is pending until then', async () => {
  await using world = await scene({ visibleAfterMs: 5000 });
  const { client, engine, mock } = world;
  await client.define('w', [waitingTask('ask')]);
  const task = await firstTask(engine, await client.run('w'));
  assert.equal((await engine.send(task, { status: 'COMPLETED' }, signal)).accepted, true);
  assert.equal((await engine.readTask(task.ref, signal))?.status, 'IN_PROGRESS');
  await mock.advanceClock(5000);
  assert.equal((await engine.readTask(task.ref, signal))?.status, 'COMPLETED');
  assert.ok(engine.visibleWithinMs > 5000);
});

test('a rejection by the server is not accepted, with the server’s message', async () => {
  for (const terminalStatus of [400, 404]) {
    await using world = await scene({ terminalStatus });
    const { client, engine } = world;
    await client.define('w', [waitingTask('ask')]);
    const task = await firstTask(engine, await client.run('w'));
    await engine.send(task, { status: 'COMPLETED' }, signal);
    const late = await engine.send(task, { status: 'FAILED' }, signal);
    assert.equal(late.accepted, false);
    assert.match(late.said, /already in a terminal state/);
  }
});

test('the demo’s waiting tasks are found, the oldest first', async () => {
  await using world = await scene({}, 'demo');
  const found = await world.engine.listWaiting?.(50, signal);
  assert.deepEqual(
    found?.tasks.map((task) => task.name),
    [
      'Confirm the doubtful tags',
      'Process engineer gives the inputs',
      'Engineer approves the anomaly',
      'Engineer approves the anomaly',
    ],
  );
  assert.equal(found.notice, undefined);
  const approve = found.tasks.at(-1);
  assert.deepEqual(approve?.options.output?.knownKeys, ['approved', 'comment']);
});

test('client credentials sign in once, and again after a rejection, and are never logged', async () => {
  await using world = await scene({ clients: { app: 'canary-secret-4711' } });
  const { client, mock } = world;
  const lines: string[] = [];
  const engine = cogniteEngine(
    cogniteConnection(mock.cogniteUrl, {
      project: 'demo',
      signIn: 'clientCredentials',
      clientId: 'app',
      tokenUrl: `${mock.cogniteUrl}/oauth2/token`,
    }),
    {
      secret: async () => 'canary-secret-4711',
      log: { debug: (line) => lines.push(line) },
    },
  );
  await client.define('w', [waitingTask('ask', { timeout: 43_200 })]);
  const task = await firstTask(engine, await client.run('w'));
  const tokenRequests = async () =>
    (await mock.requests()).filter(({ path }) => path === '/oauth2/token').length;
  assert.equal(await tokenRequests(), 1);

  // Only the server's clock moves on: the engine learns from the 401 that its token has expired.
  await mock.advanceClock(3_700_000);
  const answer = await engine.send(task, { status: 'COMPLETED' }, signal);

  assert.equal(answer.accepted, true, answer.said);
  assert.equal(await tokenRequests(), 2);
  const updates = (await mock.requests()).filter(({ path }) => path.endsWith('/update'));
  assert.equal(updates.length, 2, 'refused once, taken once');
  assert.ok(lines.length > 0);
  assert.doesNotMatch(lines.join('\n'), /canary|mock-issued/);
  const elsewhere = (await mock.requests()).filter(({ path }) => path !== '/oauth2/token');
  assert.doesNotMatch(JSON.stringify(elsewhere), /canary/);
});

test('a wrong client secret is one sentence without the secret', async () => {
  await using world = await scene({ clients: { app: 'right' } });
  const engine = cogniteEngine(
    cogniteConnection(world.mock.cogniteUrl, {
      project: 'demo',
      signIn: 'clientCredentials',
      clientId: 'app',
      tokenUrl: `${world.mock.cogniteUrl}/oauth2/token`,
    }),
    { secret: async () => 'canary-secret-4711' },
  );
  await assert.rejects(engine.test(signal), (error: Error) => {
    assert.match(
      error.message,
      /^Signing in at 127\.0\.0\.1:\d+ failed\. The server answered 401: invalid_client: Unknown/,
    );
    assert.doesNotMatch(error.message, /canary/);
    return true;
  });
});

test('the project may come from the address, but is required', async () => {
  await using world = await scene();
  const { mock, client } = world;
  await client.define('w', [requestTask('a')]);
  const engine = cogniteEngine(cogniteConnection(`${mock.cogniteUrl}/api/v1/projects/demo`, {}));
  assert.equal((await engine.listWorkflows({ size: 5 }, signal)).items.length, 1);
  assert.throws(() => cogniteEngine(cogniteConnection(mock.cogniteUrl, {})), /lacks the name/);
});

test('the Microsoft account signs in for the cluster, and again with what the editor renewed', async () => {
  await using world = await scene({ tokens: { second: { actions: ['READ'] } } });
  const asked: (readonly string[])[] = [];
  const tokens = ['first', 'second'];
  const engine = cogniteEngine(
    cogniteConnection(world.mock.cogniteUrl, { project: 'demo', signIn: 'microsoft' }),
    {
      secret: async () => assert.fail('there is no secret to ask for'),
      microsoftToken: async (scopes) => {
        asked.push(scopes);
        return tokens.length > 1 ? tokens.shift() : tokens[0];
      },
    },
  );
  const { server, notes } = await engine.test(signal);
  assert.equal(server, 'Cognite project demo');
  assert.match(notes.join(), /lacks workflowOrchestrationAcl:WRITE/);
  assert.deepEqual(asked[0], [`${world.mock.cogniteUrl}/.default`]);
});

test('a token that may not write is told which capability it lacks, and nothing was applied', async () => {
  const tokens = {
    'a-token': { actions: ['READ', 'WRITE'] },
    reader: { actions: ['READ'] },
  } as const;
  await using world = await scene({ tokens });
  const { client, mock } = world;
  await client.define('w', [waitingTask('ask')]);
  const engine = cogniteEngine(cogniteConnection(mock.cogniteUrl), {
    secret: async () => 'reader',
  });
  const task = await firstTask(engine, await client.run('w'));
  await assert.rejects(engine.send(task, { status: 'COMPLETED' }, signal), {
    kind: 'forbidden',
    nothingApplied: true,
    message: /updating workflowOrchestrationAcl:WRITE/,
  });
  assert.deepEqual((await engine.readTask(task.ref, signal))?.status, 'IN_PROGRESS');
});
