import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { path } from '../../../src/http/path.ts';
import { urlOf } from '../../../src/http/urlOf.ts';

test('every value is one segment, whatever is in it', () => {
  assert.equal(path`tasks/${'a/b'}/${'x y%?#;'}/log`, 'tasks/a%2Fb/x%20y%25%3F%23%3B/log');
  assert.equal(path`t/${'ä😀'}`, 't/%C3%A4%F0%9F%98%80');
});

test('what an address has no place for is refused before anything is sent', () => {
  for (const name of ['.', '..', '', 'a\ud83d', '\ude00b']) {
    assert.throws(() => path`workflow/${name}/status`, {
      name: 'EngineError',
      kind: 'unsupported',
      nothingApplied: true,
      message: `No request can name "${name}": an address has no place for it.`,
    });
  }
  for (const name of ['...', '%2e%2e', '.%2e', ' .', '..;', '../x', '\\..']) {
    const url = new URL(`http://h/api/${path`workflow/${name}/status`}`);
    const [, , , segment = ''] = url.pathname.split('/');
    assert.deepEqual([url.pathname.split('/').length, decodeURIComponent(segment)], [5, name]);
  }
});

test('in a query, half a character does not throw', () => {
  const request = {
    method: 'GET',
    path: 't',
    query: { text: 'a\ud83d' },
    idempotent: true,
  } as const;
  assert.equal(
    urlOf('http://h', { ...request, parse: () => undefined }),
    'http://h/t?text=a%EF%BF%BD',
  );
});

test('half a character in a query does not throw', () => {
  const query = { freeText: 'a\ud83d' };
  const request = { method: 'GET', path: 'x', query, idempotent: true, parse: () => 0 } as const;

  assert.equal(urlOf('http://h', request), 'http://h/x?freeText=a%EF%BF%BD');
});
