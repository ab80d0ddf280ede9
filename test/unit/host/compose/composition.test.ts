import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDraft, toDraft, toUpdate } from '../../../../src/host/compose/composition.ts';
import { boxText, outputText, textFromBox } from '../../../../src/host/words/outputText.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

const option = { kind: 'object', modes: ['merge'], limitBytes: 1000 } as const;

test('a draft and a composition are the same words', () => {
  const composition = {
    status: 'FAILED',
    text: '{ // why\n}',
    reason: 'late',
    mode: 'merge',
  } as const;
  const draft = { ...toDraft(fakeTask, fakeConnection, composition), savedAt: 1 };

  assert.deepEqual(fromDraft(draft), composition);
  assert.equal(draft.connectionName, 'Local');
  assert.deepEqual(fromDraft(undefined), {});
});

test('a blank output and a blank reason are not sent', () => {
  const composed = toUpdate(fakeTask, { status: 'COMPLETED', text: ' \n', reason: ' ' });

  assert.deepEqual(composed, { kind: 'ok', update: { status: 'COMPLETED' } });
});

test('an empty object is an output of its own', () => {
  const composed = toUpdate(fakeTask, { status: 'COMPLETED', text: '{}' });

  assert.deepEqual(composed, {
    kind: 'ok',
    update: { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value: {} } },
  });
});

test('an output that cannot be read is told in a sentence', () => {
  const composed = toUpdate(fakeTask, { text: '[1]' });

  assert.equal(composed.kind, 'bad');
  assert.match(composed.kind === 'bad' ? composed.message : '', /object/);
});

test('an output for a task that takes none is refused', () => {
  const { output: _output, ...options } = fakeOptions;

  assert.equal(toUpdate({ ...fakeTask, options }, { text: '{}' }).kind, 'bad');
});

test('the box offers the draft on one line, and untouched it stands for the draft as typed', () => {
  const draft = '{\n  // checked\n  "a": 1,\n}\n';
  const offered = boxText(option, draft);

  assert.equal(offered, '{"a":1}');
  assert.equal(textFromBox(offered, offered, draft), draft);
  assert.equal(textFromBox('{"a":2}', offered, draft), '{"a":2}');
});

test('a draft that cannot be read is offered as it is, on one line', () => {
  assert.equal(boxText(option, '{\n "a": tru\n}'), '{ "a": tru }');
});

test('without a draft the box opens with an object to fill in, or with nothing for text', () => {
  assert.equal(boxText(option, undefined), '{}');
  assert.equal(boxText({ ...option, kind: 'text' }, undefined), '');
});

test('a text of several lines keeps them in a box of one line', () => {
  const draft = 'Refunded.\nThe customer knows.';
  const offered = boxText({ ...option, kind: 'text' }, draft);

  assert.equal(offered, 'Refunded.⏎The customer knows.');
  assert.equal(textFromBox(offered, offered, draft), draft);
  assert.equal(
    textFromBox('Paid.⏎The customer knows.', offered, draft),
    'Paid.\nThe customer knows.',
  );
});

test('a document opens with the draft, else with what the engine holds', () => {
  assert.equal(outputText(fakeTask, 'draft'), 'draft');
  assert.equal(outputText({ ...fakeTask, output: { a: 1 } }, undefined), '{\n  "a": 1\n}\n');
  assert.equal(outputText({ ...fakeTask, output: undefined }, undefined), '{}\n');
});
