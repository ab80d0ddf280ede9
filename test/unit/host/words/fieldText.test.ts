import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldOption } from '../../../../src/domain/taskUpdate.ts';
import { fieldText, parseField } from '../../../../src/host/words/fieldText.ts';
import type { Json } from '../../../../src/domain/json.ts';

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
