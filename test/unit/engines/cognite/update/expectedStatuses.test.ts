import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { expectedStatuses } from '../../../../../src/engines/cognite/update/expectedStatuses.ts';
import { fakeTask } from '../../../../support/fakeTask.ts';

test('an update counts as applied in the status sent and in what the engine makes of it', () => {
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    ['COMPLETED', { onFailure: 'skipTask', retriesLeft: 3 }, ['COMPLETED']],
    ['FAILED', { onFailure: 'abortWorkflow', retriesLeft: 0 }, ['FAILED']],
    ['FAILED', { onFailure: 'abortWorkflow', retriesLeft: 2 }, ['FAILED', 'SCHEDULED']],
    ['FAILED', { onFailure: 'skipTask', retriesLeft: 0 }, ['FAILED', 'COMPLETED_WITH_ERRORS']],
    [
      'FAILED_WITH_TERMINAL_ERROR',
      { onFailure: 'skipTask', retriesLeft: 2 },
      ['FAILED_WITH_TERMINAL_ERROR', 'COMPLETED_WITH_ERRORS'],
    ],
  ];
  for (const [status, engineFields, expected] of table) {
    const found = expectedStatuses({ ...fakeTask, engineFields: { ...engineFields } }, { status });
    assert.deepEqual(
      found.map((one) => one.status),
      expected,
      `${status} ${JSON.stringify(engineFields)}`,
    );
    for (const one of found.slice(1)) assert.ok(one.note, 'a translation is explained');
  }
});
