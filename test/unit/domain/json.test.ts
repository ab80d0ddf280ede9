import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isJsonObject,
  jsonBytes,
  jsonEquals,
  levelsIn,
  mergeShallow,
  mostLevels,
  parseAnyDepth,
  parseJson,
  stringifyJson,
} from '../../../src/domain/json.ts';

const roundTrips = [
  '{"id":12345678901234567890}',
  '{"id":-12345678901234567890,"b":[0.1234567890123456789]}',
  '[1.0,1e400,-0,123456789012345]',
  '{"deep":{"text":"≥ 🧵 \\u0000","n":9007199254740993}}',
  '{"text":"not a number: 12345678901234567890"}',
  '{"at":"12:30:15.5 \\"1.0\\" \\\\","n":12345678901234567890}',
  '{"at":"12:30:15.5 \\\\\\"","n":1.0,"b":"\\\\"}',
  '9007199254740993',
  '{"zero":-0}',
];

for (const text of roundTrips) {
  test(`keeps every digit of ${text}`, () => {
    assert.equal(stringifyJson(parseJson(text)), text);
  });
}

test('a number that JavaScript holds exactly is a plain number', () => {
  assert.deepEqual(parseJson('{"n":1730204346000}'), { n: 1_730_204_346_000 });
});

const deep = (levels: number, inside: string) =>
  `${'{"a":['.repeat(levels / 2)}${inside}${']}'.repeat(levels / 2)}`;

test('an output of the deepest kind can be read, written, measured and compared', () => {
  for (const inside of ['1', '1.0', '12345678901234567890']) {
    const text = deep(mostLevels, inside);
    assert.equal(stringifyJson(parseJson(text)), text);
    assert.equal(jsonBytes(parseJson(text)), text.length);
    assert.equal(jsonEquals(parseJson(text), parseJson(text)), true);
  }
});

test('JSON of 3,000 levels is refused by name, never a RangeError', () => {
  for (const inside of ['1', '1.0', '"[[{"', '[]']) {
    assert.throws(() => parseJson(deep(3000, inside)), /more than 1000 levels deep/);
    assert.equal(levelsIn(deep(3000, '1')), 3000);
  }
  assert.equal(levelsIn('["[[[[", "\\"", "\\\\", [{}]]'), 3);
  // A server's answer is read all the same: the one record that is too deep is named later.
  assert.ok(isJsonObject(parseAnyDepth(deep(100_000, '1.0'))));
});

const notJson = [
  '',
  '{',
  '[1.0',
  '[1.0,]',
  '{"a":1.0,}',
  '{"a" 1.0}',
  '{1.0:1}',
  '[1.0] x',
  '1.0.0',
];
const nearJson = [
  '[1.0 2]',
  '01.0',
  '[1.0,NaN]',
  '[1.0,-]',
  '"\\x1.0',
  '[1.0,"a\nb"]',
  '[1.0}',
  'nul1.0',
];
for (const text of [...notJson, ...nearJson]) {
  test(`${JSON.stringify(text)} is no JSON`, () => {
    assert.throws(() => JSON.parse(text), SyntaxError);
    assert.throws(() => parseJson(text), SyntaxError);
  });
}

test('a key named __proto__ stays a key, with or without long numbers', () => {
  for (const number of ['1', '1.0']) {
    const value = parseJson(`{"__proto__":{"a":${number}},"constructor":2}`);
    assert.deepEqual(Object.keys(value ?? {}), ['__proto__', 'constructor']);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  }
});

const equals: readonly (readonly [string, string, boolean])[] = [
  ['{"a":1,"b":2}', '{"b":2,"a":1}', true],
  ['1.0', '1', true],
  ['1e2', '100', true],
  ['-0', '0', true],
  ['0.10', '1e-1', true],
  ['12345678901234567890', '12345678901234567891', false],
  ['12345678901234567890', '12345678901234567890.0', true],
  ['[1,2]', '[2,1]', false],
  ['{"a":1}', '{"a":1,"b":null}', false],
  ['{"a":1}', '{"a":"1"}', false],
  ['null', '{}', false],
  ['-1e400', '1e400', false],
];

for (const [a, b, expected] of equals) {
  test(`${a} ${expected ? 'equals' : 'differs from'} ${b}`, () => {
    assert.equal(jsonEquals(parseJson(a), parseJson(b)), expected);
  });
}

test('a number that is too large for a double is not zero', () => {
  assert.equal(jsonEquals(Infinity, 0), false);
  assert.equal(jsonEquals(Infinity, -Infinity), false);
  assert.equal(jsonEquals(Infinity, Infinity), true);
});

test('for a duplicate key the last value counts, with or without long numbers', () => {
  for (const number of ['1', '1.0']) {
    assert.deepEqual(parseJson(`[{"a":1,"a":{"b":2}},${number}]`), [
      { a: { b: 2 } },
      parseJson(number),
    ]);
  }
});

test('merging replaces whole top-level keys and keeps the others', () => {
  assert.deepEqual(mergeShallow({ a: { x: 1 }, b: 2 }, { a: { y: 1 } }), { a: { y: 1 }, b: 2 });
});

test('size is counted in bytes of UTF-8', () => {
  assert.equal(jsonBytes('é'), 4);
});

test('a LosslessNumber is not taken for an object', () => {
  assert.equal(isJsonObject(parseJson('12345678901234567890')), false);
});
