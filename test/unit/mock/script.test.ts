import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '../../../src/mock/conductor/script/evaluate.ts';

const $ = { n: 3, text: 'abc', list: [1, 2], deep: { x: { y: true } } };

for (const [source, expected] of [
  ['$.n + 1', 4],
  ['$.n > 2 && $.deep.x.y', true],
  ["$['text'] + $.list[1]", 'abc2'],
  ["$.n > 2 ? 'big' : 'small'", 'big'],
  ["if ($.n < 2) { 'a'; } else { 'b'; }", 'b'],
  ['(function () { var x = $.n * 2; return x - 1; })()', 5],
  ['(() => $.list.length)()', 2],
  ["(function(){ if ($.none) { return 1 } return {k: [1, 'x']}; })()", { k: [1, 'x'] }],
  ["$.text.toUpperCase() === 'ABC'", true],
  ['$.none == null', true],
  ['-$.n % 2', -1],
] as const) {
  test(`evaluates ${source}`, () => {
    assert.deepEqual(evaluate(source, { $: { ...$, list: [1, 2] } }), expected);
  });
}

test('a key of undefined is a TypeError, as in JavaScript', () => {
  assert.throws(() => evaluate('$.x.y', { $: {} }), {
    name: 'TypeError',
    message: "Cannot read property 'y' of undefined",
  });
});

test('a script reaches nothing but its input', () => {
  for (const source of [
    'process.exit()',
    '$.constructor("return 1")()',
    'globalThis',
    'import("fs")',
  ]) {
    assert.throws(() => evaluate(source, { $: {} }));
  }
});

test('a number beyond any double is printed as Jackson prints it', () => {
  assert.equal(evaluate('1e400', {}), 'Infinity');
});
