import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { executionStatus } from '../../../../../src/engines/cognite/toDomain/executionStatus.ts';
import { taskStatus } from '../../../../../src/engines/cognite/toDomain/taskStatus.ts';

test('every task status of the specification has its state', () => {
  const table = [
    ['SCHEDULED', 'running', false],
    ['IN_PROGRESS', 'running', false],
    ['COMPLETED', 'succeeded', true],
    ['COMPLETED_WITH_ERRORS', 'warned', true],
    ['SKIPPED', 'cancelled', true],
    ['CANCELED', 'cancelled', true],
    ['CANCELLED', 'cancelled', true],
    ['FAILED', 'failed', true],
    ['FAILED_WITH_TERMINAL_ERROR', 'failed', true],
    ['TIMED_OUT', 'failed', true],
  ] as const;
  for (const [word, state, terminal] of table) {
    assert.deepEqual(taskStatus(word, false), { state, terminal }, word);
  }
});

test('every execution status of the specification has its state', () => {
  const table = [
    ['RUNNING', 'running', false],
    ['COMPLETED', 'succeeded', true],
    ['FAILED', 'failed', true],
    ['TIMED_OUT', 'failed', true],
    ['TERMINATED', 'cancelled', true],
  ] as const;
  for (const [word, state, terminal] of table) {
    assert.deepEqual(executionStatus(word, false), { state, terminal }, word);
  }
});

test('an unknown status is open until it has ended', () => {
  for (const word of ['MEDITATING', 'toString', '']) {
    assert.deepEqual(taskStatus(word, false), { state: 'unknown', terminal: false });
    assert.deepEqual(executionStatus(word, true), { state: 'unknown', terminal: true });
  }
});
