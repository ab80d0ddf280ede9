import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldOption } from '../../../src/domain/update.ts';
import { fieldChoices, fieldsSummary, withField } from '../../../src/host/compose/fieldChoices.ts';
import { fieldText, parseField } from '../../../src/host/words/fieldText.ts';
import { isActiveRow, statusRows } from '../../../src/host/compose/statusRows.ts';
import type { Json } from '../../../src/domain/json.ts';
import { fakeOptions, fakeTask } from '../../support/fakeTask.ts';

const field = (kind: FieldOption['kind']): FieldOption => ({
  key: 'k',
  label: 'It',
  kind,
  help: '',
});

const values: readonly (readonly [FieldOption['kind'], typed: string, value: Json])[] = [
  ['text', ' sdk ', 'sdk'],
  ['number', '30', 30],
  ['number', '0', 0],
  ['lines', String.raw`one\ntwo`, ['one', 'two']],
  ['lines', String.raw`one\n \n`, ['one']],
  ['object', '{ "a": { "b": 1, }, // why\n}', { a: { b: 1 } }],
  ['object', '{}', {}],
];

for (const [kind, typed, value] of values) {
  test(`${kind}: ${typed} is ${JSON.stringify(value)}, and is offered so again`, () => {
    const option = field(kind);

    assert.deepEqual(parseField(option, typed), { kind: 'value', value });
    assert.deepEqual(parseField(option, fieldText(value)), { kind: 'value', value });
  });
}

test('blank is not sent, whatever the kind', () => {
  for (const kind of ['text', 'number', 'lines', 'object'] as const) {
    assert.deepEqual(parseField(field(kind), '  '), { kind: 'none' });
    assert.equal(fieldText(undefined), '');
  }
});

test('what is no number or no object is said', () => {
  const messages = [
    parseField(field('number'), '-1'),
    parseField(field('number'), '1.5'),
    parseField(field('object'), '{ "a" '),
    parseField(field('object'), '[1]'),
  ].map((parsed) => (parsed.kind === 'bad' ? parsed.message : parsed));

  assert.deepEqual(messages, [
    'It is a whole number, such as 30.',
    'It is a whole number, such as 30.',
    'A colon belongs between key and value.',
    'It must be a JSON object: put it in braces, with a key.',
  ]);
});

test('the fields are listed with what is set, what the task shows, and a way on', () => {
  const task = { ...fakeTask, facts: { worker: 'w7', extra: 'unseen' } };
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
