import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentBytes,
  documentText,
  isMarked,
  withoutMark,
} from '../../../../src/host/documents/documentBytes.ts';

test('every text comes back as it was, whatever it holds', () => {
  const mark = '\uFEFF';
  for (const text of [
    '',
    'Müller ☃ 🐎',
    `${mark}a`,
    mark + mark,
    'a\0b',
    '\uD83D',
    'a\uDC0Eb',
    '\r\n\r',
  ]) {
    const bytes = documentBytes(text);

    assert.equal(documentText(bytes), text);
    assert.equal(isMarked(bytes), true);
  }
});

test('only what UTF-8 cannot carry in VS Code is UTF-16', () => {
  assert.deepEqual([...documentBytes('a')], [0xef, 0xbb, 0xbf, 0x61]);
  assert.deepEqual([...documentBytes('\0')], [0xff, 0xfe, 0, 0]);
});

test('bytes without a mark are UTF-8, and others are refused in a sentence', () => {
  const bytes = new TextEncoder().encode('Müller');

  assert.equal(isMarked(bytes), false);
  assert.equal(documentText(bytes), 'Müller');
  assert.throws(() => documentText(Uint8Array.of(0x4d, 0xfc, 0x6c)), {
    message: 'The text was not kept: it is in an encoding other than UTF-8.',
  });
});

test('one byte order mark is hidden in an editor', () => {
  assert.equal(withoutMark('\uFEFF\uFEFFa'), '\uFEFFa');
  assert.equal(withoutMark('a\uFEFF'), 'a\uFEFF');
});
