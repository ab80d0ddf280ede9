import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { joinHints } from '../../../src/engines/joinHints.ts';
import { pathsRead } from '../../../src/engines/pathsRead.ts';

test('a reference to a task’s output becomes the path of the keys that it reads', () => {
  const table = [
    ['${review.output.rows}', [['rows']]],
    ['${review.output.a.b.c}', [['a', 'b', 'c']]],
    ["${review.output['two words'].x-y}", [['two words', 'x-y']]],
    ['${ review.output["a"] } and ${review.output.b}', [['a'], ['b']]],
    ['${review.output.rows[0].id}', [['rows']]],
    ['${review.output.rows[*]}', [['rows']]],
    ['${review.output.rows.length()}', [['rows']]],
    ['${review.output..id}', []],
    ['${review.output}', []],
    ['${review.outputs.a}', []],
    ['${review.input.a}', []],
    ['${other.output.a}', []],
    ['review.output.a', []],
  ] as const;
  for (const [text, paths] of table) assert.deepEqual(pathsRead(text, 'review'), paths, text);
});

test('references are found at any depth, and names are matched literally', () => {
  const value = { a: [1, null, { b: 'x ${re.view*.output.k} y' }], c: true };
  assert.deepEqual(pathsRead(value, 're.view*'), [['k']]);
  assert.deepEqual(pathsRead(value, 'reXviewW'), []);
});

test('sources of one key are named once: three of them and the number of the others', () => {
  const hint = (source: string, ...path: string[]) => ({ path, source });
  assert.deepEqual(
    joinHints([
      hint('1', 'a'),
      hint('1', 'a', 'b'),
      hint('2', 'a'),
      hint('1', 'a'),
      hint('3', 'a'),
      hint('4', 'a'),
      hint('5', 'a'),
    ]),
    [hint('1, 2, 3 and 2 more', 'a'), hint('1', 'a', 'b')],
  );
});

test('a path of endless depth ends early', () => {
  const [path] = pathsRead(`\${review.output${'.a'.repeat(100_000)}}`, 'review');

  assert.equal(path?.length, 50);
});
