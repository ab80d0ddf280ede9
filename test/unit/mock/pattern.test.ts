import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPattern } from '../../../src/mock/pattern.ts';

test('a pattern describes paths', () => {
  const table = [
    ['', '/anything', true],
    ['/token', '/api/token?x=1', true],
    ['/token$', '/api/token?x=1', false],
    ['^/api/tasks', '/api/tasks/1', true],
    ['^/api/tasks', '/x/api/tasks', false],
    ['^/api/tasks/[^/]+$', '/api/tasks/1', true],
    ['^/api/tasks/[^/]+$', '/api/tasks/', false],
    ['^/api/tasks/[^/]+$', '/api/tasks/1/log', false],
    ['/update$|/sync$', '/a/sync', true],
    ['^/a.*b.*c$', '/a-b-b-c', true],
    ['^/a.*b.*c$', '/a-c-b', false],
    ['a.b', '/axb', false],
  ] as const;
  for (const [source, text, holds] of table) {
    assert.equal(createPattern(source)(text), holds, `${source} in ${text}`);
  }
});

test('a sign that would mean something else in a regular expression is an error', () => {
  for (const source of ['(a+)+$', 'a*', 'a?', '[a-z]', 'a{2}', String.raw`\d`, 'a^b', 'a$b']) {
    assert.throws(() => createPattern(source), TypeError, source);
  }
  assert.throws(() => createPattern('a'.repeat(2_001)), TypeError);
});

test('a pattern of a thousand gaps takes no longer than its length allows', () => {
  assert.equal(createPattern('.*'.repeat(1_000))('a'.repeat(2_000)), true);
});
