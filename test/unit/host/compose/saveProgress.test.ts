import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveProgress } from '../../../../src/host/compose/saveProgress.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

test('progress is saved with the status for that, or with none where the engine keeps it', () => {
  const written = { text: '{}', status: 'FAILED' };
  const statuses = fakeOptions.statuses.filter(({ role }) => role !== 'save');
  const keeping = {
    ...fakeTask,
    options: { ...fakeOptions, statuses, canKeepStatus: true },
  } as const;
  const ending = { ...fakeTask, options: { ...fakeOptions, statuses } };

  assert.deepEqual(saveProgress(fakeTask, written), { text: '{}', status: 'IN_PROGRESS' });
  assert.deepEqual(saveProgress(keeping, written), { text: '{}' });
  assert.equal(saveProgress(ending, written), undefined);
});
