import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  describeFilter,
  executionFilter,
  isFiltered,
  listFilter,
  parseViewFilter,
} from '../../../src/app/viewFilter.ts';

test('an empty filter asks for all of a workflow', () => {
  assert.equal(isFiltered({}), false);
  const list = listFilter({ statuses: [], text: '' }, 'orders');
  assert.deepEqual(list, { workflow: 'orders' });
  assert.deepEqual(executionFilter(list, 0), { workflow: 'orders' });
});

test('a filter is shown in words', () => {
  assert.equal(
    describeFilter({ statuses: ['RUNNING', 'FAILED'], sinceHours: 24, text: 'acme' }),
    'RUNNING, FAILED · last 24 hours · “acme”',
  );
});

test("the hours of a filter count back from the moment of asking, and the list's filter stays", () => {
  const filter = listFilter({ sinceHours: 1, text: 'acme' }, 'orders');

  assert.deepEqual(filter, { workflow: 'orders', sinceHours: 1, text: 'acme' });
  for (const nowMs of [7_200_000, 7_260_000]) {
    const startedAfter = nowMs - 3_600_000;
    const asked = { workflow: 'orders', startedAfter, text: 'acme' };
    assert.deepEqual(executionFilter(filter, nowMs), asked);
  }
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
