import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { preparedUpdate } from '../../../../src/host/fill/preparedUpdate.ts';
import { recipeConflicts, withoutConflicts } from '../../../../src/host/fill/recipeConflicts.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

test('what a task does not take is left out of what a recipe prepares, and said', () => {
  const prepared = preparedUpdate(
    fakeTask,
    { status: 'COMPLETED', mode: 'replace' },
    { reason: 'late', fields: { callback: 5, worker: 7, none: 'x' } },
  );

  assert.deepEqual(prepared, {
    composition: { status: 'COMPLETED', mode: 'replace', reason: 'late', fields: { callback: 5 } },
    problems: ['Worker must be a text.', 'This task takes no field "none": leave it out.'],
  });
});

test('a status, a mode and a reason that cannot work are said', () => {
  const task: Task = {
    ...fakeTask,
    options: { ...fakeTask.options, output: { kind: 'object', modes: ['merge'], limitBytes: 9 } },
  };
  const long = { reason: 'x'.repeat(21), fields: {} };

  assert.deepEqual(preparedUpdate(task, { status: 'DONE', mode: 'replace' }, long), {
    composition: {},
    problems: [
      'approve takes no status DONE.',
      'This engine does not replace outputs.',
      'The reason has more than 20 characters.',
    ],
  });
  assert.deepEqual(preparedUpdate(task, { status: 'CANCELED' }, { reason: ' ', fields: {} }), {
    composition: {},
    problems: ['CANCELED: this server is too old for it.'],
  });
});

test('a reason or a field of the draft is not replaced unasked', () => {
  const standing = { reason: 'mine', fields: { worker: 'me', callback: 5 } };
  const prepared = {
    status: 'FAILED',
    reason: 'late',
    fields: { worker: 'you', callback: 5, logs: ['x'] },
  };

  assert.deepEqual(recipeConflicts(standing, prepared), ['reason', 'field value']);
  assert.deepEqual(recipeConflicts({ reason: ' ' }, prepared), []);
  assert.deepEqual(recipeConflicts(standing, { status: 'FAILED', reason: 'mine' }), []);
  assert.deepEqual(withoutConflicts(standing, prepared), {
    status: 'FAILED',
    fields: { worker: 'me', callback: 5, logs: ['x'] },
  });
});
