import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unencryptedWarning } from '../../../../src/app/connections/unencryptedWarning.ts';
import type { Connection } from '../../../../src/domain/connection.ts';
import { engines } from '../../../../src/engines/engines.ts';
import { describeFound } from '../../../../src/host/connections/describeFound.ts';

const connection: Connection = {
  id: 'a',
  name: 'Shop',
  engine: 'conductor',
  url: 'http://shop.example/api',
  environment: 'development',
  readOnly: false,
  details: { keyId: 'key' },
};
const withCognite = (signIn: string) => ({
  ...connection,
  engine: 'cognite',
  details: { project: 'p', signIn },
});

const table: readonly (readonly [what: string, connection: Connection, warns: boolean])[] = [
  ['a key over http', connection, true],
  ['an API key over http', { ...connection, engine: 'xpander', details: {} }, true],
  ['a token over http', withCognite('token'), true],
  ['a Microsoft account over http', withCognite('microsoft'), true],
  [
    'another host that is named like this machine',
    { ...connection, url: 'http://127.evil.example' },
    true,
  ],
  ['an upper-case scheme', { ...connection, url: 'HTTP://shop.example' }, true],
  ['no sign-in', { ...connection, details: {} }, false],
  ['https', { ...connection, url: 'https://shop.example/api' }, false],
  ['this machine', { ...connection, url: 'http://localhost:8080/api' }, false],
  ['this machine by its number', { ...connection, url: 'http://[::1]:8080/api' }, false],
];

test('a sign-in that travels unencrypted over a network is told', () => {
  for (const [what, tried, warns] of table) {
    const warning = unencryptedWarning(tried, engines);
    const told = describeFound(tried, { server: 'It', notes: [] }, engines);

    assert.equal(warning !== undefined, warns, what);
    assert.equal(told.includes('unencrypted'), warns, what);
  }
});
