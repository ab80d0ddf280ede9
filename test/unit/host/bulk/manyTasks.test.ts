import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { chosenText } from '../../../../src/host/bulk/chosenText.ts';
import { itemFor, taskForAll, titleFor } from '../../../../src/host/bulk/manyTasks.ts';
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

test('each task gets its own word for what is wanted, and no reason where it has none', () => {
  const wanted = { status: 'COMPLETED', role: 'complete', reason: 'done' } as const;

  assert.deepEqual(itemFor(conductor, wanted).update, { status: 'COMPLETED', reason: 'done' });
  assert.deepEqual(itemFor(xpander, wanted).update, { status: 'completed' });
});

test('an empty output is left out where it could not be merged into anything', () => {
  const merged = { kind: 'object', mode: 'merge', value: {} } as const;
  const wanted = { status: 'COMPLETED', role: 'complete', output: merged } as const;

  assert.deepEqual(itemFor(conductor, wanted).update.output, merged);
  assert.equal(itemFor(xpander, wanted).update.output, undefined);
  const filled = { ...merged, value: { ok: true } };
  assert.deepEqual(itemFor(xpander, { ...wanted, output: filled }).update.output, filled);
});

test('a status without a role goes to all as it is; planning refuses where it is unknown', () => {
  assert.deepEqual(itemFor(xpander, { status: 'CANCELED' }).update, { status: 'CANCELED' });
});

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
  const over = { ...conductor, options: { ...conductor.options, refusal: 'It is over.' } };

  assert.equal(taskForAll([over]).options.refusal, 'It is over.');
  assert.equal(taskForAll([over, conductor]).options.refusal, undefined);
});

test('titles say what is done to how many', () => {
  assert.equal(titleFor({ status: 'COMPLETED', role: 'complete' }, 1_200), 'Complete 1,200 tasks');
  assert.equal(titleFor({ status: 'FAILED', role: 'fail' }, 1), 'Fail 1 task');
  assert.equal(titleFor({ status: 'CANCELED' }, 3), 'Set 3 tasks to CANCELED');
  assert.equal(titleFor({ status: 'IN_PROGRESS', role: 'save' }, 2), 'Update 2 tasks');
});

test('a mixed selection is reduced to the tasks, and says so', () => {
  const chosen = { tasks: [conductor, xpander], rows: 5 };

  assert.equal(
    chosenText(chosen, 2, 'complete'),
    '2 of 5 selected rows are tasks that can be completed',
  );
  assert.equal(chosenText({ ...chosen, rows: 2 }, 2, 'complete'), undefined);
});
