import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { chosenText } from '../../../../src/host/bulk/chosenText.ts';
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

test('a mixed selection is reduced to the tasks, and says so', () => {
  const chosen = { tasks: [conductor, xpander], rows: 5 };

  assert.equal(
    chosenText(chosen, 2, 'complete'),
    '2 of 5 selected rows are tasks that can be completed',
  );
  assert.equal(chosenText({ ...chosen, rows: 2 }, 2, 'complete'), undefined);
});
