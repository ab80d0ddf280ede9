import assert from 'node:assert/strict';
import { test } from 'node:test';

import { timeOf } from '../../../../../src/engines/xpander/toDomain/timeOf.ts';

const nine = Date.UTC(2026, 4, 2, 9);

for (const text of [
  '2026-05-02T09:00:00.000000Z',
  '2026-05-02T09:00:00.000999',
  '2026-05-02T09:00:00',
  '2026-05-02T11:00:00+02:00',
  '2026-05-02T11:00:00.000000+0200',
]) {
  test(`${text} is nine o'clock`, () => {
    assert.equal(timeOf(text), nine);
  });
}

test('an invalid time is undefined', () => {
  assert.equal(timeOf('yesterday'), undefined);
  assert.equal(timeOf(undefined), undefined);
});
