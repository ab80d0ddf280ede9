import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOfServer } from '../../../src/domain/address.ts';
import type { Connection } from '../../../src/domain/connection.ts';
import {
  listInUse,
  listOf,
  parseConnections as parse,
  toSetting,
  withConnection,
  withoutConnection,
} from '../../../src/app/parseConnections.ts';
import { engines } from '../../../src/engines/engines.ts';

const parseConnections = (value: unknown) =>
  parse(value, [
    { kind: 'conductor', details: [] },
    {
      kind: 'cognite',
      details: [
        { key: 'project', label: 'Project', help: '' },
        { key: 'clientId', label: 'Client', help: '', when: (d) => d['signIn'] === 'client' },
      ],
    },
  ]);

const good = { id: 'a', name: 'Shop', engine: 'conductor', url: 'http://localhost:8080/api' };

test('a whole entry is read, and what is left out has its default', () => {
  assert.deepEqual(parseConnections([good]), {
    connections: [{ ...good, environment: 'development', readOnly: false, details: {} }],
    problems: [],
  });
});

test('one bad entry does not hide the others', () => {
  const { connections, problems } = parseConnections([{ ...good, url: 'shop' }, { ...good }]);

  assert.deepEqual(
    connections.map((connection) => connection.id),
    ['a'],
  );
  assert.deepEqual(problems, [
    'Connection 1 of the settings: The address must begin with http:// or https://.',
  ]);
});

const bad: readonly (readonly [string, unknown, RegExp])[] = [
  ['no list', {}, /must be a list/],
  ['no object', ['x'], /must be an object/],
  ['no id', [{ ...good, id: ' ' }], /needs an id/],
  ['an unknown engine', [{ ...good, engine: 'airflow' }], /engine must be/],
  ['a missing detail', [{ ...good, engine: 'cognite' }], /needs project/],
  ['the same id twice', [good, good], /Connection 2 .* taken/],
  ['a password in the address', [{ ...good, url: 'https://u:p@h' }], /secrets never stand/],
];
for (const [name, value, expected] of bad) {
  test(`${name} is named`, () => {
    assert.match(parseConnections(value).problems.join(), expected);
  });
}

test('an address of an odd form is no connection, whichever setting holds it', () => {
  const entry = {
    ...good,
    engine: 'cognite',
    url: 'https://cluster.example',
    project: 'plant',
    signIn: 'clientCredentials',
    clientId: 'app',
    tokenUrl: 'https://login.example/token?p=policy',
  };
  const problems = (changes: object) => parse([{ ...entry, ...changes }], engines).problems.join();

  assert.equal(problems({}), '');
  assert.match(problems({ tokenUrl: 'http://login.example/token' }), /travels unencrypted/);
  assert.match(problems({ url: 'https://cluster.example?x' }), /before any \? or #/);
  for (const odd of [
    'https:/evil.example',
    'https:\\\\evil.example',
    'ht\ttps://evil.example',
    'https:\n//evil.example',
    'https://cluster.example\\@evil.example',
    'https://@evil.example',
  ]) {
    assert.match(problems({ url: odd }), /^Connection 1 .*address/, odd);
    assert.match(problems({ tokenUrl: odd }), /token URL must be an https address/, odd);
  }
  assert.equal(problems({ tokenUrl: 'not used', signIn: 'token' }), '');
});

test('no setting means no connection', () => {
  assert.deepEqual(parseConnections(undefined), { connections: [], problems: [] });
});

test('a query or a fragment does not belong to an address', () => {
  assert.match(problemOfServer('http://h/api?x=1') ?? '', /before any \? or #/);
  assert.equal(problemOfServer('http://h/prefix/api/'), undefined);
});

test('an engine has details of its own, and they are written back as they were read', () => {
  const entry = { ...good, engine: 'cognite', project: 'plant' };
  const [connection] = parseConnections([entry]).connections;

  assert.deepEqual(connection?.details, { project: 'plant' });
  assert.deepEqual(connection && toSetting(connection), {
    ...entry,
    environment: 'development',
    readOnly: false,
  });
});

const shop: Connection = {
  id: 'shop',
  name: 'Shop',
  engine: 'conductor',
  url: 'https://shop.example',
  environment: 'production',
  readOnly: false,
  details: { keyId: 'k' },
};

test('saving changes one entry, and leaves what cannot be used to be mended', () => {
  const broken = { id: 'broken', engine: 'condutcor', url: 'https://typo.example' };
  const list = [broken, { ...toSetting(shop), name: 'Before' }, 'nonsense'];

  assert.deepEqual(withConnection(list, shop), [broken, toSetting(shop), 'nonsense']);
  assert.deepEqual(withConnection([broken], shop), [broken, toSetting(shop)]);
  assert.deepEqual(withoutConnection(list, 'shop'), [broken, 'nonsense']);
});

test('a list is changed where it stands: that of the workspace does not go into the person’s own', () => {
  const both = { globalValue: ['mine'], workspaceValue: ['theirs'] };

  assert.deepEqual(listInUse(both, true), { of: 'workspace', value: ['theirs'] });
  assert.deepEqual(listInUse(both, false), { of: 'user', value: ['mine'] });
  assert.deepEqual(listInUse({ globalValue: ['mine'] }, true), { of: 'user', value: ['mine'] });
});

test('a person’s own connection is changed in their own list, in every workspace', () => {
  const both = { globalValue: [toSetting(shop)], workspaceValue: [toSetting(shop)] };

  assert.equal(listOf(both, true, 'shop').of, 'user');
  assert.equal(listOf(both, true, 'other').of, 'workspace');
  assert.equal(listOf({ ...both, globalValue: 7 }, true, 'shop').of, 'workspace');
});
