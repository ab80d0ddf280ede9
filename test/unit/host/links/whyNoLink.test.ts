import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLink } from '../../../../src/host/links/link.ts';
import type { Link } from '../../../../src/host/links/link.ts';
import { whyNoLink } from '../../../../src/host/links/whyNoLink.ts';

const base = 'vscode://a.b';
const ref = { connection: 'c', workflow: 'flow', execution: 'e', task: 't' };
const why = (change: Partial<Link>) => {
  const link = { connection: { id: 'c' }, ref, ...change };
  return whyNoLink(formatLink(base, link), base, link);
};

test('a link that opens again is copied, whatever its texts hold', () => {
  assert.equal(why({}), undefined);
  assert.equal(why({ ref: { ...ref, workflow: 'a?b&c=~%2F 😀' } }), undefined);
  assert.equal(why({ update: { reason: 'a\n\tb', output: '{"a": 1}' } }), undefined);
});

test('a link that would not open, or would carry something else, is not copied', () => {
  const control = /^its workflow holds control characters\.$/;
  for (const workflow of ['a\tb', '\u0007', 'a\u0085b', 'line\nline']) {
    assert.match(why({ ref: { ...ref, workflow } }) ?? '', control);
  }
  assert.match(why({ ref: { ...ref, task: '' } }) ?? '', /its task is empty/);
  assert.match(why({ update: { reason: 'a\u0000b' } }) ?? '', /its reason holds control/);
  assert.match(why({ update: { output: 'x'.repeat(9000) } }) ?? '', /longer than 8000/);
  for (const half of ['a\ud83d', '\ude00b']) {
    assert.match(why({ ref: { ...ref, task: half } }) ?? '', /half a character/);
    assert.match(why({ update: { output: half } }) ?? '', /half a character/);
  }
});
