import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldChoices, withField } from '../../../../src/host/compose/fieldChoices.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

test('the fields are listed with what is set, what the task shows, and a way on', () => {
  const task = { ...fakeTask, engineFields: { worker: 'w7', extra: 'unseen' } };
  const none = fieldChoices(task, {});
  const some = fieldChoices(task, { fields: { logs: ['a', 'b'], extra: '{ half' } });

  assert.deepEqual(
    none.map(({ label, description }) => [label, description]),
    [
      ['Log lines', 'not sent'],
      ['Callback', 'not sent'],
      ['Worker', 'not sent; now w7'],
      ['Extra', 'not sent'],
      ['Back to the Status', undefined],
    ],
  );
  assert.deepEqual(
    some.map(({ label, icon }) => [label, icon]),
    [
      ['Done', 'check'],
      ['Log lines', 'pass-filled'],
      ['Callback', 'circle-outline'],
      ['Worker', 'circle-outline'],
      ['Extra', 'warning'],
      ['Clear All', 'clear-all'],
    ],
  );
});

test('a field is set and taken out again, beside what else was typed', () => {
  const set = withField({ status: 'FAILED' }, 'worker', 'me');
  const both = withField(set, 'callback', 3);

  assert.deepEqual(both, { status: 'FAILED', fields: { worker: 'me', callback: 3 } });
  assert.deepEqual(withField(both, 'worker', undefined).fields, { callback: 3 });
  assert.deepEqual(withField(set, 'worker', undefined).fields, {});
  assert.deepEqual(withField({}, 'worker', undefined), {});
});
