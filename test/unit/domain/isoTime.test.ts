import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isoTime } from '../../../src/domain/isoTime.ts';

test('a time is ISO 8601, and a number that is no time stays unchanged', () => {
  assert.equal(isoTime(0), '1970-01-01T00:00:00.000Z');
  assert.equal(isoTime(8_640_000_000_000_000), '+275760-09-13T00:00:00.000Z');
  assert.equal(isoTime(9e18), '9000000000000000000');
  assert.equal(isoTime(Number.NaN), 'NaN');
});
