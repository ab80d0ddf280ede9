import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictText } from '../../../../src/host/conflict/conflictText.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const lead = 'Nothing was sent to approve: its output changed since you looked.';

test('a conflict says what both changed, and what stands', () => {
  assert.equal(
    conflictText(fakeTask, ['a', 'b.c']),
    `${lead} Both of you changed a, b.c: yours stands unless you take theirs.`,
  );
  assert.match(conflictText(fakeTask, ['a', 'b', 'c', 'd', 'e']), /changed a, b, c and 2 more:/);
});

test('changes beside each other are added', () => {
  assert.equal(
    conflictText(fakeTask, []),
    `${lead} Their changes are added to yours: look, then send.`,
  );
});

test('a text has to be merged', () => {
  const output = { kind: 'text', modes: [], limitBytes: 9 } as const;
  const task = { ...fakeTask, options: { ...fakeTask.options, output } };
  assert.match(
    conflictText(task, undefined),
    /its result changed .* Merge the two texts, then send/,
  );
});
