import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFilter, executionFilter, isFiltered } from '../../../src/app/viewFilter.ts';
import { parseViewFilter } from '../../../src/app/viewFilter.ts';

test('an empty filter asks for all of a workflow', () => {
  assert.equal(isFiltered({}), false);
  assert.deepEqual(executionFilter({ statuses: [], text: '' }, 'orders', 0), {
    workflow: 'orders',
  });
});

test('a filter is shown in words', () => {
  assert.equal(
    describeFilter({ statuses: ['RUNNING', 'FAILED'], sinceHours: 24, text: 'acme' }),
    'RUNNING, FAILED · last 24 hours · “acme”',
  );
});

test('the span of time is rounded, so that a list read twice within a minute is read once', () => {
  const at = (ms: number) => executionFilter({ sinceHours: 1 }, 'orders', ms).startedAfter;

  assert.equal(at(7_200_000), 3_600_000);
  assert.equal(at(7_259_999), 3_600_000);
});

test('a kept filter of another version is read as far as it can be', () => {
  const kept = { statuses: ['RUNNING', 5], sinceHours: 24, text: 'x' };

  assert.deepEqual(parseViewFilter(kept), { ...kept, statuses: ['RUNNING'] });
  for (const odd of [
    undefined,
    null,
    5,
    'x',
    [],
    { statuses: 'RUNNING', sinceHours: 2, text: 1 },
  ]) {
    assert.deepEqual(parseViewFilter(odd), {});
  }
});
