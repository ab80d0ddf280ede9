import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '../../../../src/app/updates/question.ts';
import { snapshotOf } from '../../../../src/domain/snapshot.ts';
import { differenceText, questionText } from '../../../../src/host/words/questionText.ts';
import { outputDifference } from '../../../../src/host/words/outputDifference.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const question: Question = {
  connection: { ...fakeConnection, environment: 'production' },
  task: { ...fakeTask, output: { amount: 1, note: 'x' } },
  base: fakeTask,
  update: {
    status: 'FAILED',
    reason: 'late',
    output: { kind: 'object', mode: 'merge', value: { amount: 2, by: 'me' } },
  },
  before: snapshotOf({ ...fakeTask, output: { amount: 1, note: 'x' } }),
  proposed: { status: 'FAILED', output: { amount: 2, note: 'x', by: 'me' } },
  changes: [{ what: 'worker', from: 'nobody', to: 'ann' }],
  overwrites: false,
  consequences: ['The whole workflow fails.'],
  reasons: ['production'],
};

test('a confirmation says where, what, what it will cause, and what changed meanwhile', () => {
  const { message, detail, verb } = questionText(question);

  assert.equal(message, 'Fail Task “approve”?');
  assert.equal(verb, 'Fail Task');
  assert.equal(
    detail,
    [
      'Connection: Local (production)',
      'Task: approve in loan',
      'Status: IN_PROGRESS → FAILED',
      'Output: adds by; changes amount',
      'Reason: late',
      '',
      'The whole workflow fails.',
      '',
      'It changed since you looked:',
      'Worker: nobody → ann',
    ].join('\n'),
  );
});

test('the title says what will be done, whatever the status', () => {
  const titleOf = (update: Question['update']) => questionText({ ...question, update }).message;

  assert.equal(titleOf({ status: 'CANCELED' }), 'Set “approve” to CANCELED?');
  const { output } = question.update;
  assert.ok(output);
  assert.equal(titleOf({ status: 'IN_PROGRESS', output }), 'Save the output of “approve”?');
  assert.equal(titleOf({ output }), 'Save the output of “approve”?');
  assert.equal(titleOf({ fields: { worker: 'me' } }), 'Update “approve”?');
});

test('an update of fields alone is shown with them, under their labels', () => {
  const update = { fields: { worker: 'me', extra: { a: 1 } } };
  const { detail, verb } = questionText({ ...question, update });

  assert.equal(verb, 'Send Update');
  assert.match(detail, /^Worker: me\nExtra: \{"a":1\}$/m);
});

test('a result is called so, and its workflow by its name', () => {
  const options = {
    ...fakeTask.options,
    output: { kind: 'text', modes: [], limitBytes: 9 },
  } as const;
  const task = { ...question.task, options, workflowName: 'Support Triage' };
  const { detail } = questionText({ ...question, task, update: { status: 'COMPLETED' } });

  assert.match(detail, /^Result: none sent$/m);
  assert.match(detail, /^Task: approve in Support Triage$/m);
});

test('an update without output says so', () => {
  const { detail } = questionText({ ...question, update: { status: 'COMPLETED' }, changes: [] });

  assert.match(detail, /^Output: none sent$/m);
  assert.doesNotMatch(detail, /since you looked/);
});

test("a server's names cannot fill the confirmation with lines of their own", () => {
  const name = 'x\n\nStatus: fine';
  const { detail, message } = questionText({ ...question, task: { ...question.task, name } });

  assert.doesNotMatch(message, /\n/);
  assert.equal(detail.match(/^Status: /gm)?.length, 1);
});

test('differences name a few keys and count the rest', () => {
  const many = Object.fromEntries('abcdefgh'.split('').map((key) => [key, 1]));

  assert.equal(
    differenceText(outputDifference({}, many) ?? { added: [], changed: [], removed: [] }),
    'adds a, b, c, d, e and 3 more',
  );
  assert.equal(differenceText({ added: [], changed: [], removed: [] }), 'unchanged');
  assert.deepEqual(outputDifference({ a: 1, b: { c: 1 } }, { b: { c: 1 } })?.removed, ['a']);
  assert.equal(outputDifference('text', {}), undefined);
});
