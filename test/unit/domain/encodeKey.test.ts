import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeKey } from '../../../src/domain/encodeKey.ts';
import { taskKey } from '../../../src/domain/task.ts';

test('a key tells halves of characters apart, and other texts are percent-encoded', () => {
  const texts = ['\ud83d', '\ude00', '😀', '%ud83d', 'a/b', ''];

  assert.equal(new Set(texts.map(encodeKey)).size, texts.length);
  assert.equal(encodeKey('a/b ü😀'), encodeURIComponent('a/b ü😀'));
  assert.doesNotThrow(() => taskKey({ connection: 'c', workflow: 'w', task: '\ud83d' }));
});
