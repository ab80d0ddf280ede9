import { strict as assert } from 'node:assert';
import { test, type TestContext } from 'node:test';

import type { Engine } from '../../../../../src/domain/engine.ts';
import { EngineError } from '../../../../../src/domain/engineError.ts';
import type { Task } from '../../../../../src/domain/task.ts';
import { createConductorEngine } from '../../../../../src/engines/conductor/conductorEngine.ts';
import { createNodeTransport } from '../../../../../src/http/nodeTransport.ts';
import type { MockServerOptions } from '../../../../../src/mock/mockServer.ts';
import { createConductorClient, orkesHeaders, task } from '../../../../support/conductorClient.ts';
import { startMock, type TestMock } from '../../../../support/startMock.ts';

const { signal } = new AbortController();
const key = { id: 'key-1', secret: 'canary-secret-1' };
const minute = 60_000;

interface Scene {
  readonly mock: TestMock;
  readonly engine: Engine;
  readonly lines: readonly string[];
  /** The entered key secret. */
  secret: string;
  /** The engine's clock; the server has its own. */
  now: number;
  asked(path: string): Promise<number>;
}

async function scene(t: TestContext, options: MockServerOptions = orkes()): Promise<Scene> {
  const mock = await startMock({ seed: 'empty', ...options });
  t.after(() => mock.close());
  const lines: string[] = [];
  const state = { secret: key.secret, now: Date.now() };
  const engine = createConductorEngine(
    {
      id: 'c1',
      name: 'mock',
      engine: 'conductor',
      url: mock.conductorUrl,
      environment: 'development',
      readOnly: false,
      details: { keyId: key.id },
    },
    {
      secret: async () => state.secret,
      transport: createNodeTransport(),
      clock: { now: () => state.now, wait: async () => undefined },
      log: { debug: (line) => lines.push(line) },
    },
  );
  const asked = async (path: string) =>
    (await mock.requests()).filter((request) => request.path === path).length;
  return Object.assign(state, { mock, engine, lines, asked });
}

function orkes(tokenLifetimeMs = 45 * minute): MockServerOptions {
  return { orkes: { keys: { [key.id]: key.secret }, tokenLifetimeMs } };
}

/** An open HUMAN task, read by an engine that already knows its server's capabilities. */
async function plant({ mock, engine }: Scene, isOrkes = true): Promise<Task> {
  const headers = isOrkes ? await orkesHeaders(mock.conductorUrl, key) : {};
  const client = createConductorClient(mock.conductorUrl, headers);
  await client.register('flow', [task('HUMAN', 'review')]);
  const execution = await client.start('flow');
  const detail = await engine.readExecution?.(execution, signal);
  const node = detail?.nodes[0];
  assert.ok(node?.kind === 'task');
  await mock.clearRequests();
  return node.task;
}

async function failureOf(run: Promise<unknown>): Promise<EngineError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof EngineError, 'it did not fail');
  return error;
}

test('one token serves many requests, and is renewed after 80 % of its lifetime', async (t) => {
  const at = await scene(t);
  await at.engine.test(signal);
  await at.engine.test(signal);
  at.now += 35 * minute;
  await at.engine.test(signal);
  assert.equal(await at.asked('/api/token'), 1);
  at.now += 2 * minute;
  await at.engine.test(signal);
  assert.equal(await at.asked('/api/token'), 2);
});

test('concurrent requests share one token', async (t) => {
  const at = await scene(t);
  await Promise.all([1, 2, 3].map(() => at.engine.listWorkflows({ size: 5 }, signal)));
  assert.equal(await at.asked('/api/token'), 1);
});

test('an expired token is replaced once, and the update goes out exactly once more', async (t) => {
  const at = await scene(t, orkes(5 * minute));
  const open = await plant(at);
  await at.mock.advanceClock(6 * minute);

  const answer = await at.engine.send(open, { status: 'COMPLETED' }, signal);

  assert.equal(answer.accepted, true, answer.said);
  const sent = (await at.mock.requests()).map(({ path }) => path.replace(/^.*review/, '…'));
  assert.deepEqual(sent, ['…/COMPLETED/sync', '/api/token', '…/COMPLETED/sync']);
  const [first, , last] = await at.mock.requests();
  assert.notEqual(first?.headers['x-authorization'], last?.headers['x-authorization']);
  assert.equal((await at.engine.readTask(open.ref, signal))?.status, 'COMPLETED');
});

test('concurrent updates with an expired token request one new token', async (t) => {
  const at = await scene(t, orkes(5 * minute));
  const open = [await plant(at), await plant(at), await plant(at)];
  await at.mock.advanceClock(6 * minute);

  const answers = await Promise.all(
    open.map((task) => at.engine.send(task, { status: 'COMPLETED' }, signal)),
  );

  assert.ok(answers.every(({ accepted }) => accepted));
  assert.equal(await at.asked('/api/token'), 1);
  for (const { ref } of open) {
    assert.equal(await at.asked(`/api/tasks/${ref.execution}/review/COMPLETED/sync`), 2);
  }
});

test('where the new token is rejected too, the error is reported', async (t) => {
  const at = await scene(t);
  const open = await plant(at);
  const body = '{"error":"EXPIRED_TOKEN","message":"The token has expired"}';
  await at.mock.setFaults({
    path: '/sync$',
    count: 0,
    fault: { kind: 'status', status: 401, body },
  });
  const error = await failureOf(at.engine.send(open, { status: 'COMPLETED' }, signal));
  assert.deepEqual([error.kind, error.nothingApplied], ['auth', true]);
  assert.equal((await at.mock.requests()).length, 3);
});

test('a 403 about the token renews it; any other 403 is about permissions', async (t) => {
  const at = await scene(t);
  const open = await plant(at);
  const refuseOnce = (body: string) =>
    at.mock.setFaults({ path: '/sync$', fault: { kind: 'status', status: 403, body } });

  await refuseOnce('{"message":"no access to this workflow"}');
  const error = await failureOf(at.engine.send(open, { status: 'IN_PROGRESS' }, signal));
  assert.deepEqual([error.kind, error.nothingApplied], ['forbidden', true]);
  assert.deepEqual([(await at.mock.requests()).length, await at.asked('/api/token')], [1, 0]);

  await refuseOnce('{"error":"INVALID_TOKEN"}');
  assert.equal((await at.engine.send(open, { status: 'COMPLETED' }, signal)).accepted, true);
  assert.equal(await at.asked('/api/token'), 1);
});

test('a server that has no token path is open source, and is not asked again', async (t) => {
  const at = await scene(t, {});
  const open = await plant(at, false);
  assert.equal((await at.engine.send(open, { status: 'COMPLETED' }, signal)).accepted, true);
  assert.equal(await at.asked('/api/token'), 0, 'it was asked while planting');
  assert.ok((await at.mock.requests()).every(({ headers }) => !('x-authorization' in headers)));
});

test('an invalid secret is reported before anything is sent, and never quoted', async (t) => {
  const at = await scene(t);
  const open = await plant(at);
  at.secret = 'canary-wrong-2';
  const failures = [
    await failureOf(at.engine.send(open, { status: 'COMPLETED' }, signal)),
    await failureOf(at.engine.test(signal)),
  ];
  for (const error of failures) {
    assert.deepEqual([error.kind, error.nothingApplied], ['auth', true]);
    assert.match(error.message, /^Signing in with the key failed\. The server answered 401: Inval/);
  }
  assert.match(failures[1]?.message ?? '', /Are the key ID and its secret right/);
  assert.equal(await at.asked('/api/token'), (await at.mock.requests()).length);

  const body = '{"message":"the secret canary-wrong-2 is not known"}';
  await at.mock.setFaults({ path: '/token$', fault: { kind: 'status', status: 401, body } });
  const echoed = await failureOf(at.engine.test(signal));
  assert.match(echoed.message, /the secret ••• is not known/);
  for (const { message } of [...failures, echoed]) assert.doesNotMatch(message, /canary/);
  assert.doesNotMatch(at.lines.join('\n'), /canary|eyJ/);
});

test('without a secret nothing is sent at all', async (t) => {
  const at = await scene(t);
  at.secret = '';
  const error = await failureOf(at.engine.test(signal));
  assert.match(error.message, /^No key secret was entered for this connection\./);
  assert.deepEqual([error.kind, error.nothingApplied], ['auth', true]);
  assert.deepEqual(await at.mock.requests(), []);
});

test('on Orkes, an update of a finished task is a 404 and not accepted', async (t) => {
  const at = await scene(t);
  const open = await plant(at);
  await at.engine.send(open, { status: 'COMPLETED' }, signal);
  const late = await at.engine.send(open, { status: 'FAILED' }, signal);
  assert.equal(late.accepted, false);
  assert.match(late.said, /^The server answered 404: Found no running task review/);
});
