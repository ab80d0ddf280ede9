import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overwritesChange } from '../../../../src/app/output/overwritesChange.ts';
import type { Output } from '../../../../src/domain/task.ts';
import type { OutputChange } from '../../../../src/domain/taskUpdate.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const merge = (value: Readonly<Record<string, number>>): OutputChange => ({
  kind: 'object',
  mode: 'merge',
  value,
});
const replace = (value: Readonly<Record<string, number>>): OutputChange => ({
  kind: 'object',
  mode: 'replace',
  value,
});
const text = (words: string): OutputChange => ({ kind: 'text', text: words });

type Case = readonly [string, Output, Output, OutputChange | undefined, boolean];

// The base, the output now, the output sent, and whether it overwrites a change.
const cases: readonly Case[] = [
  ['no output sent', {}, { a: 1 }, undefined, false],
  ['nothing changed', { a: 1 }, { a: 1 }, merge({ a: 2 }), false],
  ['nothing yet, then empty', undefined, {}, replace({ a: 2 }), false],
  ['a merge of the key that changed', { a: 1 }, { a: 2 }, merge({ a: 3 }), true],
  ['a merge of a key that they added', {}, { a: 2 }, merge({ a: 3 }), true],
  ['a merge of a key that they took away', { a: 1 }, {}, merge({ a: 1 }), true],
  ['a merge beside the key that changed', { a: 1 }, { a: 2 }, merge({ b: 3 }), false],
  ['a merge of what they wrote as well', { a: 1 }, { a: 2 }, merge({ a: 2 }), false],
  ['a key that every object has', { a: 1 }, { a: 2 }, merge({ constructor: 1 }), false],
  ['a replacement', { a: 1 }, { a: 2 }, replace({ b: 3 }), true],
  ['a replacement by the same', { a: 1 }, { a: 2 }, replace({ a: 2 }), false],
  ['a text', 'x', 'y', text('z'), true],
  ['the text that they wrote as well', 'x', 'y', text('y'), false],
];

for (const [name, seen, fresh, change, overwrites] of cases) {
  test(`${name}: ${overwrites ? 'overwrites' : 'overwrites nothing'}`, () => {
    const before = { ...fakeTask, output: seen };
    assert.equal(overwritesChange(before, { ...fakeTask, output: fresh }, change), overwrites);
  });
}
