import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeKey } from '../../../src/domain/encodeKey.ts';
import { taskKey } from '../../../src/domain/task.ts';

test('a key is percent-encoded, and half a character is told apart from every other text', () => {
  assert.equal(encodeKey('a/b 😀'), encodeURIComponent('a/b 😀'));
  const texts = ['\ud83d', '\ude00', '\ufffd', '😀', '%ud83d', '\ud83da', 'a\ud83d', ''];
  assert.equal(new Set(texts.map(encodeKey)).size, texts.length);
  assert.equal(encodeKey('a\ud83db'), 'a%ud83db');
  assert.equal(
    taskKey({ connection: 'c', workflow: 'w', execution: '\ude00', task: 't' }),
    'c/%ude00/t',
  );
});
