import assert from 'node:assert/strict';
import { test } from 'node:test';

import { statusWords, taskStatus } from '../../../../../src/engines/xpander/toDomain/taskStatus.ts';

const table = [
  ['pending', 'running', false],
  ['executing', 'running', false],
  ['paused', 'waiting', false],
  ['error', 'failed', true],
  ['failed', 'failed', true],
  ['completed', 'succeeded', true],
  ['stopped', 'cancelled', true],
] as const;

for (const [word, state, terminal] of table) {
  test(`${word} is ${state}, and ${terminal ? 'terminal' : 'open'}`, () => {
    assert.deepEqual(taskStatus(word, false), { state, terminal });
  });
}

test('the table has every status and no other', () => {
  assert.deepEqual(
    [...statusWords].sort(),
    table.map(([word]) => word).sort((a, b) => a.localeCompare(b)),
  );
});

test('an unknown word has the state unknown, and is terminal only where the task has ended', () => {
  assert.deepEqual(taskStatus('dreaming', false), { state: 'unknown', terminal: false });
  assert.deepEqual(taskStatus('dreaming', true), { state: 'unknown', terminal: true });
  assert.equal(taskStatus('constructor', false).state, 'unknown');
});
