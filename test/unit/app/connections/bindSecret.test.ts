import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindSecret, isBoundTo } from '../../../../src/app/connections/bindSecret.ts';
import type { Connection } from '../../../../src/domain/connection.ts';

const honest: Connection = {
  id: 'fusion',
  name: 'Fusion',
  engine: 'cognite',
  url: 'https://cluster.example',
  environment: 'production',
  readOnly: false,
  details: {
    project: 'shop',
    signIn: 'clientCredentials',
    clientId: 'app',
    tokenUrl: 'https://login.example/oauth2/v2.0/token',
    scope: 'https://cluster.example/.default',
  },
};
const pasted: Connection = { ...honest, details: { project: 'shop' } };

const detail = (changes: Readonly<Record<string, string>>) => ({
  ...honest,
  details: { ...honest.details, ...changes },
});

const evil = 'https://evil.example';

/** What a workspace's settings may make of the connection that the secret was entered for. */
const attacks: readonly (readonly [form: string, connection: Connection])[] = [
  ['another url', { ...honest, url: evil }],
  ['the url without encryption', { ...honest, url: 'http://cluster.example' }],
  ['another port', { ...honest, url: 'https://cluster.example:8443' }],
  ['a host that begins with the name', { ...honest, url: 'https://cluster.example.evil.example' }],
  ['a user name that is the host', { ...honest, url: 'https://cluster.example@evil.example' }],
  ['a url with one slash', { ...honest, url: 'https:/evil.example' }],
  ['another token address', detail({ tokenUrl: `${evil}/token` })],
  ['a token address with one slash', detail({ tokenUrl: 'https:/evil.example/token' })],
  ['a token address without a slash', detail({ tokenUrl: 'https:evil.example/token' })],
  ['a token address with backslashes', detail({ tokenUrl: 'https:\\\\evil.example\\token' })],
  ['a tab in the scheme', detail({ tokenUrl: 'ht\ttps://evil.example/token' })],
  ['a newline after the scheme', detail({ tokenUrl: 'https:\n//evil.example/token' })],
  ['a control character before the scheme', detail({ tokenUrl: `\u0001${evil}/token` })],
  ['an upper-case scheme', detail({ tokenUrl: 'HTTPS://evil.example/token' })],
  ['a token address of no known scheme', detail({ tokenUrl: 'ftp://login.example' })],
  [
    'a token address with user and password',
    detail({ tokenUrl: 'https://login.example@evil.example/' }),
  ],
  [
    'url and token address exchanged',
    { ...detail({ tokenUrl: honest.url }), url: 'https://login.example' },
  ],
  ['the token address at the cluster', detail({ tokenUrl: `${honest.url}/token` })],
  ['the client secret as a token', detail({ signIn: 'token' })],
  ['a scope of another host', detail({ scope: `${evil}/.default` })],
  ['a second scope', detail({ scope: `${honest.url}/.default ${evil}/.default` })],
  ['another engine', { ...honest, engine: 'conductor' }],
];

test('a secret is not handed out for what a workspace made of its connection', () => {
  const bound = bindSecret(honest);
  const old = { origin: 'https://cluster.example https://login.example' };

  assert.equal(isBoundTo(bound, honest), true);
  for (const [form, connection] of attacks) {
    assert.equal(isBoundTo(bound, connection), false, form);
  }
  const goesElsewhere = attacks.filter(([, connection]) =>
    JSON.stringify(connection).includes('evil'),
  );
  for (const [form, connection] of goesElsewhere) {
    assert.equal(isBoundTo(old, connection), false, `${form}, bound before`);
  }
});

test('a pasted token is not posted to a place that issues tokens', () => {
  const bound = bindSecret(pasted);
  const old = { origin: 'https://cluster.example' };
  for (const [form, connection] of attacks) {
    assert.equal(isBoundTo(bound, connection), false, form);
    const isHome = !JSON.stringify(connection).includes('evil') && connection.url === pasted.url;
    if (!isHome) assert.equal(isBoundTo(old, connection), false, `${form}, bound before`);
  }
});

test('a change that sends the secret nowhere else needs no new one', () => {
  for (const connection of [
    { ...honest, name: 'Other', readOnly: true },
    { ...honest, url: 'HTTPS://Cluster.Example:443/api/v1/' },
    detail({ tokenUrl: 'https://login.example/other/token' }),
    detail({ clientId: 'other', audience: 'shop' }),
  ]) {
    assert.equal(isBoundTo(bindSecret(honest), connection), true);
  }
  const named = { ...pasted, details: { project: 'shop', signIn: 'token' } };
  assert.equal(isBoundTo(bindSecret(pasted), named), true, 'the default, written out');
});

test('a secret that an earlier version bound is found by its honest connection', () => {
  const audience = { ...honest, details: { ...honest.details, audience: 'https://aud.example' } };
  const table: readonly (readonly [string, Connection])[] = [
    ['https://cluster.example https://login.example', honest],
    ['https://aud.example https://cluster.example https://login.example', audience],
    ['https://cluster.example', pasted],
  ];
  for (const [origin, connection] of table) {
    assert.equal(isBoundTo({ origin }, connection), true, origin);
  }
});

test('what is stored otherwise is bound to nothing', () => {
  for (const kept of [undefined, null, 7, 'x', {}, { origins: 7 }, { origin: 7 }, []]) {
    assert.equal(isBoundTo(kept, honest), false);
  }
});
