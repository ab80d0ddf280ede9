import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goneChoices, triageChoices } from '../../../../src/host/triage/triageChoices.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

test('Enter completes; what is below tells what the task is about', () => {
  const choices = triageChoices({ ...fakeTask, input: { amount: 12 } }, false);

  assert.deepEqual(
    choices.flatMap(({ label, value }) => (value === undefined ? [] : [label])),
    [
      'Complete Task',
      'Fail Task…',
      'Edit Output',
      'Update Task…',
      'Skip',
      'Show Task',
      'Stop Triage',
    ],
  );
  const input = choices.find(({ label }) => label === 'Input');
  assert.equal(input?.description, '{"amount":12}');
  assert.equal(triageChoices(fakeTask, true)[0]?.label, 'Complete Task with the Draft');
});

test('a task that takes no update is told so, and can be skipped', () => {
  const unavailable = { ...fakeTask, options: { ...fakeOptions, unavailable: 'It is read only.' } };
  const choices = triageChoices(unavailable, false);

  assert.equal(choices[0]?.detail, 'It is read only.');
  assert.deepEqual(
    choices.flatMap(({ value }) => value ?? []),
    ['skip', 'open', 'stop'],
  );
});

test('what somebody else has moved on meanwhile is said', () => {
  assert.match(goneChoices('COMPLETED')[0]?.detail ?? '', /It is COMPLETED now/);
  assert.match(goneChoices(undefined)[0]?.detail ?? '', /no more/);
});
