import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { path } from '../../../src/http/path.ts';

test('every value is one segment, whatever is in it', () => {
  assert.equal(path`tasks/${'a/b'}/${'x y%?#;'}/log`, 'tasks/a%2Fb/x%20y%25%3F%23%3B/log');
  assert.equal(path`t/${'ä😀'}`, 't/%C3%A4%F0%9F%98%80');
});

test('half a character does not throw', () => {
  assert.equal(path`t/${'a\ud83d'}`, 't/a%EF%BF%BD');
});
