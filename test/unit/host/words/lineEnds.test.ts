import assert from 'node:assert/strict';
import { test } from 'node:test';
import { losesLineEnds, withLf } from '../../../../src/host/words/lineEnds.ts';

test('an editor keeps LF or CRLF alone, and loses every mix and CR', () => {
  for (const text of ['', 'a', 'a\nb\n', 'a\r\nb\r\n'])
    assert.equal(losesLineEnds(text), false, text);
  for (const text of ['a\rb', 'a\nb\r\n', 'a\n\r']) assert.equal(losesLineEnds(text), true, text);
});

test('line ends are compared as LF', () => {
  assert.equal(withLf('a\rb\r\nc\n\r'), 'a\nb\nc\n\n');
});
