import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overwritesChange } from '../../../../src/app/updates/overwrites.ts';
import type { Output } from '../../../../src/domain/task.ts';
import type { OutputChange } from '../../../../src/domain/update.ts';
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

interface Case {
  readonly name: string;
  readonly seen: Output;
  readonly fresh: Output;
  readonly change: OutputChange | undefined;
  readonly overwrites: boolean;
}

const cases: readonly Case[] = [
  { name: 'no output sent', seen: {}, fresh: { a: 1 }, change: undefined, overwrites: false },
  {
    name: 'nothing changed',
    seen: { a: 1 },
    fresh: { a: 1 },
    change: merge({ a: 2 }),
    overwrites: false,
  },
  {
    name: 'nothing yet, then empty',
    seen: undefined,
    fresh: {},
    change: replace({ a: 2 }),
    overwrites: false,
  },
  {
    name: 'a merge of the key that changed',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: merge({ a: 3 }),
    overwrites: true,
  },
  {
    name: 'a merge of a key that they added',
    seen: {},
    fresh: { a: 2 },
    change: merge({ a: 3 }),
    overwrites: true,
  },
  {
    name: 'a merge of a key that they took away',
    seen: { a: 1 },
    fresh: {},
    change: merge({ a: 1 }),
    overwrites: true,
  },
  {
    name: 'a merge beside the key that changed',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: merge({ b: 3 }),
    overwrites: false,
  },
  {
    name: 'a merge of what they wrote as well',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: merge({ a: 2 }),
    overwrites: false,
  },
  {
    name: 'a key that every object has',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: merge({ constructor: 1 }),
    overwrites: false,
  },
  {
    name: 'a replacement',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: replace({ b: 3 }),
    overwrites: true,
  },
  {
    name: 'a replacement by the same',
    seen: { a: 1 },
    fresh: { a: 2 },
    change: replace({ a: 2 }),
    overwrites: false,
  },
  { name: 'a text', seen: 'x', fresh: 'y', change: text('z'), overwrites: true },
  {
    name: 'the text that they wrote as well',
    seen: 'x',
    fresh: 'y',
    change: text('y'),
    overwrites: false,
  },
];

for (const { name, seen, fresh, change, overwrites } of cases) {
  test(`${name}: ${overwrites ? 'overwrites' : 'overwrites nothing'}`, () => {
    const before = { ...fakeTask, output: seen };
    assert.equal(overwritesChange(before, { ...fakeTask, output: fresh }, change), overwrites);
  });
}
