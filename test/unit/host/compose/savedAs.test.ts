import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedAs } from '../../../../src/host/compose/savedAs.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

test('progress is saved with the status for that, or with none where the engine keeps it', () => {
  const written = { text: '{}', status: 'FAILED' };
  const statuses = fakeOptions.statuses.filter(({ role }) => role !== 'save');
  const keeping = {
    ...fakeTask,
    options: { ...fakeOptions, statuses, canKeepStatus: true },
  } as const;
  const ending = { ...fakeTask, options: { ...fakeOptions, statuses } };

  assert.deepEqual(savedAs(fakeTask, written), { text: '{}', status: 'IN_PROGRESS' });
  assert.deepEqual(savedAs(keeping, written), { text: '{}' });
  assert.equal(savedAs(ending, written), undefined);
});
