import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { answerOf, createWorld, listOf, messageOf, textOf, waiting, type World } from './world.ts';

const refusal = 'Failed to bind nonce with session.';

async function createSession({ cognite }: World, token = 'token') {
  const request = new Request('http://mock/api/v1/projects/p/sessions', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{"items":[{"oneshotTokenExchange":true}]}',
  });
  return await answerOf(await cognite.fetch(request));
}

async function nonceOf(world: World): Promise<string> {
  const { body } = await createSession(world);
  return textOf(listOf(body['items'])[0]?.['nonce']);
}

const runIn = (world: World, nonce: string, more: object = {}) =>
  world.ask('POST', '/w/versions/1/run', { authentication: { nonce }, ...more });

test('a nonce binds one session, within a minute', async () => {
  const world = createWorld();
  await world.define('w', waiting('a'));
  const [used, old] = [await nonceOf(world), await nonceOf(world)];
  assert.equal((await runIn(world, used)).status, 202);
  const again = await runIn(world, used);
  assert.deepEqual([again.status, messageOf(again)], [400, refusal]);
  world.clock.advance(60_000);
  assert.equal(messageOf(await runIn(world, old)), refusal);

  const { body } = await world.ask('POST', '/executions/list', {});
  assert.equal(listOf(body['items']).length, 1);
});

test('a run that is refused for another reason leaves its nonce usable', async () => {
  const world = createWorld();
  await world.define('w', waiting('a'));
  const nonce = await nonceOf(world);
  const unknown = await world.ask('POST', '/w/versions/9/run', { authentication: { nonce } });
  assert.equal(unknown.status, 404);
  assert.equal((await runIn(world, nonce, { input: [] })).status, 400);
  assert.equal((await runIn(world, nonce)).status, 202);
});

test('a server may take only nonces that it has issued', async () => {
  const world = createWorld({ takesAnyNonce: false });
  await world.define('w', waiting('a'));
  assert.equal(messageOf(await runIn(world, 'made up')), refusal);
  assert.equal((await runIn(world, await nonceOf(world))).status, 202);
});

test('creating a session needs a capability of its own', async () => {
  const world = createWorld({ tokens: { t: { actions: ['READ', 'WRITE'], sessions: false } } });
  const refused = await createSession(world, 't');
  assert.deepEqual(
    [refused.status, messageOf(refused)],
    [403, 'Missing capability sessionsAcl:CREATE'],
  );
  const inspect = async (token: string, { cognite }: World) => {
    const headers = { authorization: `Bearer ${token}` };
    const request = new Request('http://mock/api/v1/token/inspect', { headers });
    return JSON.stringify((await answerOf(await cognite.fetch(request))).body['capabilities']);
  };
  assert.doesNotMatch(await inspect('t', world), /sessionsAcl/);
  assert.match(await inspect('t', createWorld()), /"sessionsAcl":\{"actions":\["CREATE"\]/);
});

test('the metadata of a run has limits, and a run beyond them is not started', async () => {
  const world = createWorld();
  await world.define('w', waiting('a'));
  const pairs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_none, index) => [`k${index}`, 'v']));
  const table: readonly (readonly [object, number])[] = [
    [pairs(10), 202],
    [pairs(11), 400],
    [{ ['k'.repeat(32)]: 'v' }, 202],
    [{ ['k'.repeat(33)]: 'v' }, 400],
    [{ k: 'v'.repeat(255) }, 202],
    [{ k: 'v'.repeat(256) }, 400],
    [{ k: 7 }, 400],
    [[], 400],
  ];
  for (const [metadata, status] of table) {
    const answer = await runIn(world, 'n', { metadata });
    assert.equal(answer.status, status, JSON.stringify(metadata));
  }
  const { body } = await world.ask('POST', '/executions/list', {});
  assert.equal(listOf(body['items']).length, 3);
});

test('a retry needs a nonce by the specification, and a server may do without', async () => {
  for (const retryNeedsNonce of [true, false]) {
    const world = createWorld({ retryNeedsNonce });
    await world.define('w', waiting('a'));
    const id = await world.run('w');
    await world.ask('POST', `/executions/${id}/cancel`);
    const bare = await world.ask('POST', `/executions/${id}/retry`);
    assert.equal(bare.status, retryNeedsNonce ? 400 : 200);
    const wrong = await world.ask('POST', `/executions/${id}/retry`, { authentication: {} });
    assert.equal(messageOf(wrong), 'authentication.nonce is required.');
  }
});

test('a retry of what cannot be retried leaves the nonce usable', async () => {
  const world = createWorld();
  await world.define('w', waiting('a'));
  const id = await world.run('w');
  const body = { authentication: { nonce: await nonceOf(world) } };
  const refused = await world.ask('POST', `/executions/${id}/retry`, body);
  assert.match(messageOf(refused), /is RUNNING: only failed/);
  await world.ask('POST', `/executions/${id}/cancel`, { reason: 'wrong day' });
  assert.equal((await world.ask('POST', `/executions/${id}/retry`, body)).status, 200);
  assert.equal(
    messageOf(await world.ask('POST', `/executions/${id}/retry`, body)),
    `Execution ${id} is RUNNING: only failed, timed out and terminated executions can be retried.`,
  );
});

test('the fields of newer servers are kept: a data domain, lineage, and warnings of an upsert', async () => {
  const world = createWorld();
  const item = { externalId: 'w', dataDomainExternalId: 'd' };
  await world.ask('POST', '', { items: [item] });
  assert.equal((await world.ask('GET', '/w')).body['dataDomainExternalId'], 'd');
  const task = waiting('a', { lineageAnnotation: { reads: ['x'] } });
  const version = { workflowExternalId: 'w', version: '1', workflowDefinition: { tasks: [task] } };
  const { body } = await world.ask('POST', '/versions', { items: [version] });
  assert.deepEqual(listOf(body['items'])[0]?.['warnings'], []);
  const read = await world.ask('GET', '/w/versions/1');
  assert.equal('warnings' in read.body, false);
  assert.match(JSON.stringify(read.body), /"lineageAnnotation":\{"reads":\["x"\]\}/);
});
