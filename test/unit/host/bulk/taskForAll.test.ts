import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskForAll } from '../../../../src/host/bulk/taskForAll.ts';
import { conductor, xpander } from './twoEngines.ts';

test('the task that stands for all offers what any of them takes, each role once', () => {
  const { name, status, options } = taskForAll([conductor, xpander]);

  assert.equal(name, '2 tasks');
  assert.equal(status, 'Several statuses');
  assert.deepEqual(
    options.statuses.map((option) => option.status),
    ['COMPLETED', 'FAILED', 'IN_PROGRESS', 'CANCELED', 'stopped'],
  );
  assert.equal(options.output?.kind, 'object');
  assert.equal(options.reasonLimit, 20);
});

test('it is refused only where all of them are', () => {
  const over = { ...conductor, options: { ...conductor.options, unavailable: 'It is over.' } };

  assert.equal(taskForAll([over]).options.unavailable, 'It is over.');
  assert.equal(taskForAll([over, conductor]).options.unavailable, undefined);
});
