import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { taskForAll } from '../../../../src/host/bulk/taskForAll.ts';
import { taskNumber } from '../../../support/bulkItems.ts';

const conductor = taskNumber(1);

/** Another engine: other words, a text as output, and no reason. */
const xpander: Task = {
  ...taskNumber(2, 'x1'),
  status: 'paused',
  options: {
    statuses: [
      { status: 'completed', role: 'complete', effect: 'Ends.' },
      { status: 'stopped', effect: 'Stops.' },
    ],
    output: { kind: 'text', modes: [], limitBytes: 100 },
    fields: [],
    warnings: [],
  },
};

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
