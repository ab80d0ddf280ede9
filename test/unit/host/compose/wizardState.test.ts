import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  statusChoices,
  statusVerb,
  wantsReason,
} from '../../../../src/host/words/statusChoices.ts';
import { afterAnswer, stepPosition, stepsFor } from '../../../../src/host/compose/wizardState.ts';
import { fakeOptions } from '../../../support/fakeTask.ts';

test('completing takes status and output; failing asks for a reason as well', () => {
  assert.deepEqual(stepsFor(fakeOptions, { status: 'COMPLETED' }), ['status', 'output']);
  assert.deepEqual(stepsFor(fakeOptions, { status: 'FAILED' }), ['status', 'output', 'reason']);
});

test('what the engine does not take is not asked', () => {
  const { output: _output, reasonLimit: _limit, ...options } = fakeOptions;

  assert.deepEqual(stepsFor(options, { status: 'FAILED' }), ['status']);
});

test('a status without a role asks for a reason; saving does not', () => {
  assert.equal(wantsReason(fakeOptions, 'CANCELED'), true);
  assert.equal(wantsReason(fakeOptions, 'IN_PROGRESS'), false);
  assert.equal(wantsReason(fakeOptions, undefined), false);
});

test('the last answer ends the wizard', () => {
  const composition = { status: 'COMPLETED', text: '{}' };
  const state = afterAnswer(fakeOptions, 'output', { kind: 'next', composition });

  assert.deepEqual(state, { step: undefined, composition });
});

test('going back keeps what was typed, and leaves the wizard before the first step', () => {
  const composition = { status: 'FAILED', text: '{"a":1}', reason: 'late' };

  assert.deepEqual(afterAnswer(fakeOptions, 'reason', { kind: 'back', composition }), {
    step: 'output',
    composition,
  });
  assert.equal(afterAnswer(fakeOptions, 'status', { kind: 'back', composition }), undefined);
});

test('steps are counted with those that the answers so far call for', () => {
  const before = stepPosition(fakeOptions, { step: 'output', composition: { status: 'FAILED' } });
  const plain = stepPosition(fakeOptions, { step: 'status', composition: {} });

  assert.deepEqual(before, { step: 2, totalSteps: 3 });
  assert.deepEqual(plain, { step: 1, totalSteps: 2 });
});

test('statuses that are unavailable come last with the reason; all are where the task is', () => {
  const { legal, unavailable } = statusChoices(fakeOptions);
  const none = statusChoices({ ...fakeOptions, unavailable: 'It is over.' });

  assert.deepEqual(
    legal.map(({ status }) => status),
    ['COMPLETED', 'FAILED', 'IN_PROGRESS'],
  );
  assert.deepEqual(
    unavailable.map(({ status, unavailable }) => [status, unavailable]),
    [['CANCELED', 'this server is too old for it.']],
  );
  assert.equal(none.legal.length, 0);
  assert.ok(none.unavailable.every(({ unavailable }) => unavailable === 'It is over.'));
});

test('the button that sends says what it does', () => {
  assert.equal(statusVerb(fakeOptions, 'COMPLETED'), 'Complete Task');
  assert.equal(statusVerb(fakeOptions, 'FAILED'), 'Fail Task');
  assert.equal(statusVerb(fakeOptions, 'CANCELED'), 'Set CANCELED');
  assert.equal(statusVerb(fakeOptions, undefined), 'Save Output');
});
