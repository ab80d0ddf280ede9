import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsText } from '../../../src/domain/holdsText.ts';

const table: readonly (readonly [text: string, word: string, expected: boolean])[] = [
  ['ann@example.com', '{mail=Ann@Example.com}', true],
  ['two words', 'these are two words', true],
  ['two words', 'two other words', false],
  ['50% off', 'now 50% off', true],
  ['50% off', '50 per cent off', false],
  ['a_b', 'axb', false],
  ['ac*me', 'ACtually aMEn', true],
  ['ac*me', 'me ac', false],
  ['a*a', 'a', false],
  ['*', '', true],
  ['say "hi"', 'he did say "hi"', true],
  [' a/b ', 'x a/b y', true],
];

for (const [text, word, expected] of table) {
  test(`“${text}” is ${expected ? '' : 'not '}in “${word}”`, () => {
    assert.equal(holdsText([undefined, word], text), expected);
  });
}
