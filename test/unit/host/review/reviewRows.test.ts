import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '../../../../src/app/updates/question.ts';
import { snapshotOf } from '../../../../src/domain/snapshot.ts';
import { reviewRows } from '../../../../src/host/review/reviewRows.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const question: Question = {
  connection: fakeConnection,
  task: { ...fakeTask, output: { a: 2, b: 1 } },
  base: { ...fakeTask, output: { a: 1 } },
  update: { status: 'COMPLETED' },
  before: snapshotOf(fakeTask),
  proposed: { status: 'COMPLETED', output: {} },
  changes: [
    { what: 'worker', from: 'nobody', to: 'ann' },
    { what: 'output', from: '{"a":1}', to: '{"a":2,"b":1}' },
  ],
  overwrites: false,
  consequences: ['The workflow goes on.', 'This cannot be undone.'],
  reasons: ['review', 'changed'],
};
const view = { verb: 'Complete Task', shows: 'comparison', hasRequest: true } as const;

test('sending is one key away, and what it causes stands below', () => {
  const rows = reviewRows(question, view);

  assert.deepEqual(
    rows.map(({ label, value }) => [label, value]),
    [
      ['Complete Task', 'send'],
      ['Show the Request', 'request'],
      ['Do Not Send', 'leave'],
      ['The workflow goes on.', undefined],
      ['This cannot be undone.', undefined],
      ['Worker', undefined],
      ['Output', undefined],
    ],
  );
  assert.equal(rows.at(-1)?.description, 'adds b; changes a');
});

test('the way back stands where the request is on show, and none where there is no request', () => {
  const second = (own: Partial<Parameters<typeof reviewRows>[1]>) =>
    reviewRows(question, { ...view, ...own })[1]?.label;

  assert.equal(second({ shows: 'request' }), 'Show Before and After');
  assert.equal(second({ hasRequest: false }), 'Do Not Send');
});
