import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemFor, titleFor } from '../../../../src/host/bulk/itemFor.ts';
import { conductor, xpander } from './twoEngines.ts';

test('each task gets its own word for what is shared, and no reason where it has none', () => {
  const shared = { status: 'COMPLETED', role: 'complete', reason: 'done' } as const;

  assert.deepEqual(itemFor(conductor, shared).update, { status: 'COMPLETED', reason: 'done' });
  assert.deepEqual(itemFor(xpander, shared).update, { status: 'completed' });
});

test('an empty output is left out where it could not be merged into anything', () => {
  const merged = { kind: 'object', mode: 'merge', value: {} } as const;
  const shared = { status: 'COMPLETED', role: 'complete', output: merged } as const;

  assert.deepEqual(itemFor(conductor, shared).update.output, merged);
  assert.equal(itemFor(xpander, shared).update.output, undefined);
  const filled = { ...merged, value: { ok: true } };
  assert.deepEqual(itemFor(xpander, { ...shared, output: filled }).update.output, filled);
});

test('a status without a role goes to all as it is; planning refuses where it is unknown', () => {
  assert.deepEqual(itemFor(xpander, { status: 'CANCELED' }).update, { status: 'CANCELED' });
});

test('titles say what is done to how many', () => {
  assert.equal(titleFor({ status: 'COMPLETED', role: 'complete' }, 1_200), 'Complete 1,200 tasks');
  assert.equal(titleFor({ status: 'FAILED', role: 'fail' }, 1), 'Fail 1 task');
  assert.equal(titleFor({ status: 'CANCELED' }, 3), 'Set 3 tasks to CANCELED');
  assert.equal(titleFor({ status: 'IN_PROGRESS', role: 'save' }, 2), 'Update 2 tasks');
});
