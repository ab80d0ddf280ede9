import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { explainConductor } from '../../../../../src/engines/conductor/connection/explainConductor.ts';

test('the reason is the message and what failed validation', () => {
  const body = {
    status: 400,
    message: 'Validation failed, check below errors for detail.',
    validationErrors: [
      { path: 'updateTask.taskId', message: 'Task ID cannot be null or empty' },
      { message: 'no path' },
      'odd',
    ],
  };
  assert.deepEqual(explainConductor(body, 400), {
    reason:
      'Validation failed, check below errors for detail. updateTask.taskId: Task ID cannot be null or empty. no path.',
  });
});

test('a missing route differs from a missing resource', () => {
  const table = [
    [{ message: 'No static resource api/version.' }, 'unsupported'],
    [{ timestamp: 1, status: 404, error: 'Not Found', path: '/api/version' }, 'unsupported'],
    [{ message: 'No such workflow found by id: x' }, undefined],
    [{ message: 'Found no running task x of workflow y to update' }, undefined],
  ] as const;
  for (const [body, kind] of table) assert.equal(explainConductor(body, 404).kind, kind);
});

test('a body of another shape has no reason', () => {
  for (const body of [null, 'text', 3, [], {}, { message: 5 }]) {
    assert.deepEqual(explainConductor(body, 500), {});
  }
});
