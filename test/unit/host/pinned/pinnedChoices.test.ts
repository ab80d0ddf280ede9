import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinnedChoices } from '../../../../src/host/pinned/pinnedChoices.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

test('what is over offers the next waiting task first', () => {
  const unavailable = 'It is over.';
  const over = { ...fakeTask, terminal: true, options: { ...fakeOptions, unavailable } };

  assert.equal(pinnedChoices(over, {})[0]?.label, 'Pin Next Waiting Task…');
});

test('one pick completes; with a draft both ways are offered, the draft first', () => {
  const labels = (draft: { text?: string }) =>
    pinnedChoices(fakeTask, draft).map(({ label }) => label);

  assert.deepEqual(labels({}), [
    'Complete Task',
    'Fail Task',
    'Edit Output',
    'Show Task',
    'Unpin',
    'Pin Another Task…',
    'CANCELED',
  ]);
  assert.deepEqual(labels({ text: '{"a":1}' }).slice(0, 5), [
    'Complete Task with the Draft',
    'Complete Task without Output',
    'Fail Task with the Draft',
    'Fail Task without Output',
    'Save Output with the Draft',
  ]);
});

test('what is over offers no status, and says why', () => {
  const choices = pinnedChoices(
    { ...fakeTask, options: { ...fakeOptions, unavailable: 'It is over.' } },
    {},
  );

  assert.deepEqual(
    choices.filter(({ action }) => action?.kind === 'send'),
    [],
  );
  assert.equal(choices[0]?.detail, 'It is over.');
});
