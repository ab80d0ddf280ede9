import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { recipeScopes } from '../../../../src/host/fill/recipeScopes.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

test('a recipe can be saved for narrower and wider circles of tasks', () => {
  const scopes = (task: Task) => recipeScopes(task, fakeConnection).map(({ value }) => value);
  const { execution: _none, ...ref } = fakeTask.ref;

  assert.deepEqual(scopes({ ...fakeTask, definition: 'approve_loan' }), [
    { workflow: 'loan', task: 'approve' },
    { task: 'approve' },
    { task: 'approve_loan' },
    { workflow: 'loan' },
    { engine: 'conductor' },
    {},
  ]);
  assert.deepEqual(scopes({ ...fakeTask, ref }), [
    { workflow: 'loan' },
    { engine: 'conductor' },
    {},
  ]);
});
