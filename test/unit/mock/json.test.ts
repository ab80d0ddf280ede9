import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyJson, parseJson, printJson } from '../../../src/mock/json.ts';

for (const [sent, printed] of [
  ['12345678901234567890', '12345678901234567890'],
  ['-0', '0'],
  ['-0.0', '-0.0'],
  ['1.50', '1.5'],
  ['1.0', '1.0'],
  ['1e2', '100.0'],
  ['1e-7', '1.0E-7'],
  ['123456789012345678901234567890.123', '1.2345678901234568E29'],
  ['9007199254740991', '9007199254740991'],
] as const) {
  test(`the number ${sent} is printed as ${printed}`, () => {
    assert.equal(printJson(parseJson(sent)), printed);
  });
}

test('a copy shares nothing with its original', () => {
  const original = { list: [{ a: 1 }], big: 10n ** 20n };
  const copy = copyJson(original);
  copy.list.push({ a: 2 });

  assert.equal(original.list.length, 1);
  assert.equal(copy.big, original.big);
});
