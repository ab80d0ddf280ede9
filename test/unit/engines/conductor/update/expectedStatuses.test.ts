import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { expectedStatuses } from '../../../../../src/engines/conductor/update/expectedStatuses.ts';
import { record, task, work } from '../builders.ts';

test('the known translations count as applied', () => {
  const human = task();
  const optional = task(record({ workflowTask: { type: 'HUMAN', optional: true } }));
  const worker = task(work());
  const table = [
    [human, 'COMPLETED', ['COMPLETED']],
    [human, 'FAILED', ['FAILED']],
    [human, 'IN_PROGRESS', ['IN_PROGRESS']],
    [human, undefined, ['IN_PROGRESS']],
    [worker, 'IN_PROGRESS', ['SCHEDULED', 'IN_PROGRESS']],
    [worker, undefined, ['SCHEDULED', 'IN_PROGRESS']],
    [worker, 'COMPLETED', ['COMPLETED']],
    [optional, 'COMPLETED', ['COMPLETED']],
    [optional, 'FAILED', ['FAILED', 'COMPLETED_WITH_ERRORS']],
    [
      optional,
      'FAILED_WITH_TERMINAL_ERROR',
      ['FAILED_WITH_TERMINAL_ERROR', 'COMPLETED_WITH_ERRORS'],
    ],
    [optional, 'CANCELED', ['CANCELED', 'COMPLETED_WITH_ERRORS']],
  ] as const;
  for (const [before, status, expected] of table) {
    const update = status === undefined ? {} : { status };
    assert.deepEqual(
      expectedStatuses(before, update).map((expectation) => expectation.status),
      expected,
    );
  }
});

test('a translated status has a note', () => {
  const [first] = expectedStatuses(task(work()), { status: 'IN_PROGRESS' });
  assert.match(first?.note ?? '', /back into its queue/);
});
