import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../../../src/domain/connection.ts';
import { createSecrets } from '../../../src/host/secrets.ts';

const connection: Connection = {
  id: 'fusion',
  name: 'Fusion',
  engine: 'cognite',
  url: 'https://one.cognitedata.example',
  environment: 'production',
  readOnly: false,
  details: {
    project: 'shop',
    signIn: 'clientCredentials',
    tokenUrl: 'https://login.example/oauth2/v2.0/token',
  },
};

function fakeSecrets() {
  const kept = new Map<string, string>();
  return createSecrets({
    get: async (key) => kept.get(key),
    store: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
  });
}

test('a client secret is for the place that it was entered for, where tokens are issued as well', async () => {
  const secrets = fakeSecrets();
  await secrets.write(connection, 'hush');

  const { details } = connection;
  const at = (tokenUrl: string) => ({ ...connection, details: { ...details, tokenUrl } });
  assert.equal(await secrets.read(connection), 'hush');
  assert.equal(await secrets.read(at('https://login.example/other/token')), 'hush');
  assert.equal(await secrets.read(at('https://login.example.evil/oauth2/v2.0/token')), undefined);
});

test('a token is not sent to a place that issues tokens, once the settings name one', async () => {
  const secrets = fakeSecrets();
  const { details } = connection;
  const pasted = { ...connection, details: { project: 'shop', signIn: 'token' } };
  await secrets.write(pasted, 'hush');

  assert.equal(await secrets.read(pasted), 'hush');
  assert.equal(await secrets.read({ ...pasted, details }), undefined);
});

test('an odd form of a token URL does not hide where a secret would go', async () => {
  const secrets = fakeSecrets();
  const pasted = { ...connection, details: { project: 'shop', signIn: 'token' } };
  await secrets.write(pasted, 'hush');

  for (const tokenUrl of [
    'https:/evil.example/token',
    'ht\ttps://evil.example',
    'https:\\\\evil.example',
  ]) {
    const details = { ...connection.details, tokenUrl };
    assert.equal(await secrets.read({ ...connection, details }), undefined, tokenUrl);
  }
});
