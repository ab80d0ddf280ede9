import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionsInUse } from '../../../../src/app/connections/connectionsInUse.ts';
import { engines } from '../../../../src/engines/engines.ts';

const own = {
  id: 'plant',
  name: 'Plant',
  engine: 'cognite',
  url: 'https://cluster.example',
  environment: 'production',
  readOnly: true,
  project: 'plant',
  signIn: 'clientCredentials',
  clientId: 'app',
  tokenUrl: 'https://login.example/token',
};

const inUse = (workspaceValue: unknown, mine: unknown = own, isTrusted = true) =>
  connectionsInUse({ globalValue: [mine], workspaceValue }, isTrusted, engines);

const evil = 'https://evil.example';

/** What a workspace's settings say of the person's connection, and what is told of it. */
const attacks: readonly (readonly [changes: Readonly<Record<string, unknown>>, told: string])[] = [
  [{ environment: 'development' }, 'environment'],
  [{ environment: 'staging' }, 'environment'],
  [{ environment: undefined }, 'environment'],
  [{ environment: 'Production' }, 'environment'],
  [{ readOnly: false }, 'readOnly'],
  [{ readOnly: undefined }, 'readOnly'],
  [{ readOnly: 'true' }, 'readOnly'],
  [{ environment: 'development', readOnly: false }, 'environment, readOnly'],
  [{ url: evil }, 'url'],
  [{ url: 'https://cluster.example/other' }, 'url'],
  [{ tokenUrl: `${evil}/token` }, 'tokenUrl'],
  [{ project: 'other' }, 'project'],
  [{ signIn: 'token' }, 'signIn'],
  [{ signIn: 'microsoft', tenant: 'evil' }, 'signIn, tenant'],
  [{ clientId: 'other' }, 'clientId'],
  [{ scope: `${evil}/.default` }, 'scope'],
  [{ audience: evil }, 'audience'],
  [{ name: 'Sandbox' }, 'name'],
  [{ engine: 'xpander' }, 'engine, project, signIn, clientId, tokenUrl'],
  [{ id: ' plant ', url: evil }, 'url'],
];

test('a workspace makes nothing of a person’s own connection but a stricter one', () => {
  const [mine] = inUse(undefined).connections;
  for (const [changes, told] of attacks) {
    const { connections, problems } = inUse([{ ...own, ...changes }]);

    assert.deepEqual(connections, [mine], told);
    assert.match(problems.join(), new RegExp(`change ${told} of your connection Plant`));
  }
});

test('the stricter environment and read only win, whichever settings hold them', () => {
  const mine = { ...own, environment: 'staging', readOnly: false };
  const theirs = { ...own, environment: 'production', readOnly: true };
  const { connections, problems } = inUse([theirs], mine);

  assert.equal(connections[0]?.environment, 'production');
  assert.equal(connections[0]?.readOnly, true);
  assert.deepEqual(problems, []);
});

test('a connection of the workspace alone is as the workspace says', () => {
  const theirs = { ...own, id: 'team', environment: 'staging', readOnly: false };
  const { connections, problems } = inUse([theirs, 7]);

  assert.deepEqual(
    connections.map(({ id, environment, readOnly }) => [id, environment, readOnly]),
    [['team', 'staging', false]],
  );
  assert.deepEqual(problems, ['Connection 2 of the settings: it must be an object.']);
});

test('a workspace that is not trusted has no say', () => {
  const { connections, problems } = inUse([{ ...own, url: evil }], own, false);

  assert.equal(connections[0]?.url, own.url);
  assert.deepEqual(problems, []);
});
