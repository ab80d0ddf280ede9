import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBulk } from '../../../../src/app/bulk/planBulk.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';
import { completed, itemsOf, taskNumber } from '../../../support/bulkItems.ts';

const connectionOf = (id: string) => (id === 'c1' ? fakeConnection : undefined);

test('each task is eligible once; a second update of it is refused with the reason', () => {
  const [first, second] = itemsOf(2);
  assert.ok(first && second);

  const plan = planBulk([first, second, first], connectionOf);

  assert.deepEqual(plan.eligible, [first, second]);
  assert.deepEqual(
    plan.refused.map(({ reason }) => reason),
    ['Another update of this task stands above: a task takes one at a time.'],
  );
});

test('what cannot be sent is refused with its own reason, and leaves room for one that can', () => {
  const over = { ...taskNumber(1).options, unavailable: 'It is over.' };
  const items = [
    { base: { ...taskNumber(1), options: over }, update: completed },
    { base: taskNumber(1), update: completed },
    { base: taskNumber(2), update: { status: 'CANCELED' } },
    { base: taskNumber(3, 'gone'), update: completed },
  ];

  const { eligible, refused } = planBulk(items, connectionOf);

  assert.deepEqual(eligible, [items[1]]);
  assert.deepEqual(
    refused.map(({ reason }) => reason),
    [
      'It is over.',
      'CANCELED cannot be set while the task is IN_PROGRESS: this server is too old for it.',
      'Its connection is no longer in the settings.',
    ],
  );
});

test('nothing is eligible on a read-only connection', () => {
  const plan = planBulk(itemsOf(2), () => ({ ...fakeConnection, readOnly: true }));

  assert.equal(plan.eligible.length, 0);
  assert.match(plan.refused[0]?.reason ?? '', /read-only/);
});
