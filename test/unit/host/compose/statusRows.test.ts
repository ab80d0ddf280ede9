import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsSummary } from '../../../../src/host/compose/fieldChoices.ts';
import { isActiveRow, statusRows } from '../../../../src/host/compose/statusRows.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

test('the common way gains no prompt: fields are one row at the status', () => {
  const labels = (options = fakeOptions, fields = {}) =>
    statusRows({ ...fakeTask, options }, { fields }).map(({ label }) => label);

  assert.deepEqual(labels(), ['COMPLETED', 'FAILED', 'IN_PROGRESS', 'More Fields…', 'CANCELED']);
  assert.ok(!labels({ ...fakeOptions, fields: [] }).includes('More Fields…'));
});

test('where no status need be sent, keeping it stands in place of setting it again', () => {
  const options = { ...fakeOptions, canKeepStatus: true } as const;
  const rows = statusRows({ ...fakeTask, options }, { fields: { worker: 'me' } });
  const active = rows.filter(
    ({ value }) => value && isActiveRow(value, { fields: { worker: 'me' } }),
  );

  assert.deepEqual(
    rows.map(({ label }) => label),
    ['COMPLETED', 'FAILED', 'Keep IN_PROGRESS', 'More Fields…', 'CANCELED'],
  );
  assert.deepEqual(
    active.map(({ label }) => label),
    ['Keep IN_PROGRESS'],
  );
});

test('the row of the fields says what is set, else what could be', () => {
  assert.equal(fieldsSummary(fakeTask, {}), 'Log lines, Callback, Worker, Extra');
  assert.equal(
    fieldsSummary(fakeTask, { fields: { worker: 'me', extra: { a: 1 } } }),
    'Worker: me; Extra: {"a":1}',
  );
});
