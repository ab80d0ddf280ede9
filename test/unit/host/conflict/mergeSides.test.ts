import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { mergeSides } from '../../../../src/host/conflict/mergeSides.ts';
import type { OutputMode } from '../../../../src/domain/taskUpdate.ts';

const option = { kind: 'object', modes: ['merge', 'replace'], limitBytes: 10_000 } as const;

function sidesOf(base: string, held: string, text: string, mode: OutputMode = 'merge') {
  const [before, now] = [parseJson(base) as JsonObject, parseJson(held) as JsonObject];
  return mergeSides({ base: before, held: now, text, option, mode });
}

test('their change beside yours is taken over, and comments and digits stay', () => {
  const typed = `{
  // checked twice
  "amount": 12345678901234567890,
  "by": "me", // not them
  "note": "kůň 🐎 𝒳",
}
`;
  const sides = sidesOf(
    '{"amount":1,"by":"x","note":"kůň 🐎 𝒳"}',
    '{"note":"kůň 🐎 𝒳","by":"x","amount":1,"ref":98765432109876543210}',
    typed,
  );

  assert.equal(sides.yours, typed);
  assert.match(sides.merged, /\/\/ checked twice\n {2}"amount": 12345678901234567890,/);
  assert.match(sides.merged, /"by": "me", \/\/ not them/);
  assert.match(sides.merged, /"ref": 98765432109876543210/);
  assert.match(sides.merged, /"kůň 🐎 𝒳"/);
});

test('where both changed the same place, yours stands and both are on show', () => {
  const sides = sidesOf('{"a":1,"b":1}', '{"a":2,"b":1}', '{\n  "a": 3,\n  "b": 1\n}\n');

  assert.equal(sides.merged, sides.yours);
  assert.deepEqual(sides.disputed, ['a']);
  assert.equal(sides.base, '{\n  "a": 1,\n  "b": 1\n}\n');
  assert.equal(sides.theirs, '{\n  "a": 2,\n  "b": 1\n}\n');
});

test('all sides have their keys in the order of yours, at every depth', () => {
  const sides = sidesOf(
    '{"b":{"y":1,"x":1},"a":1}',
    '{"b":{"y":1,"x":2},"a":1}',
    '{\n  "a": 7,\n  "b": {\n    "x": 1,\n    "y": 1\n  }\n}\n',
  );

  assert.equal(sides.base, '{\n  "a": 1,\n  "b": {\n    "x": 1,\n    "y": 1\n  }\n}\n');
  assert.equal(sides.theirs, '{\n  "a": 1,\n  "b": {\n    "x": 2,\n    "y": 1\n  }\n}\n');
  assert.equal(sides.merged, '{\n  "a": 7,\n  "b": {\n    "x": 2,\n    "y": 1\n  }\n}\n');
});

test('a merge speaks only of what yours carries; a replacement speaks of all', () => {
  const [base, held, text] = ['{"a":1,"b":1}', '{"a":2,"b":2,"c":{"d":[1]}}', '{"a":3}'] as const;

  const merged = sidesOf(base, held, text, 'merge');
  assert.equal(merged.base, '{\n  "a": 1\n}\n');
  assert.equal(merged.theirs, '{\n  "a": 2,\n  "c": {\n    "d": [\n      1\n    ]\n  }\n}\n');
  assert.equal(merged.yours, '{\n  "a": 3\n}\n');

  const replaced = sidesOf(base, held, text, 'replace');
  assert.equal(replaced.base, '{\n  "a": 1,\n  "b": 1\n}\n');
  assert.deepEqual(parseJson(replaced.merged), { a: 3, c: { d: [1] } });
});

test('what they took away goes, unless you changed it', () => {
  const sides = sidesOf(
    '{"a":1,"b":{"c":1,"d":1}}',
    '{"b":{"d":1}}',
    '{"a":1,"b":{"c":2,"d":1}}',
    'replace',
  );

  assert.deepEqual(parseJson(sides.merged), { b: { c: 2, d: 1 } });
  assert.deepEqual(sides.disputed, ['b.c']);
});

test('names of every object hold what they say', () => {
  const sides = sidesOf(
    '{}',
    '{"__proto__x":1,"constructor":{"a":1}}',
    '{"toString":1}',
    'replace',
  );

  assert.deepEqual(parseJson(sides.merged), { toString: 1, __proto__x: 1, constructor: { a: 1 } });
});

test('a text is merged as it is', () => {
  const text = { kind: 'text', modes: [], limitBytes: 100 } as const;
  const sides = mergeSides({
    base: 'a\nb',
    held: 'a\nc',
    text: 'x\nb',
    option: text,
    mode: 'replace',
  });

  assert.deepEqual(sides, { base: 'a\nb', theirs: 'a\nc', yours: 'x\nb', merged: 'x\nb' });
});
