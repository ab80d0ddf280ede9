import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueText } from '../../../../src/host/outputLanguage/describeKey.ts';
import { knowledgeOf } from '../../../../src/host/outputLanguage/knowledge.ts';
import { valueSuggestions } from '../../../../src/host/outputLanguage/valueSuggestions.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { hints, knowledge, task } from './sampleKnowledge.ts';

test('values come from the schema, the engine and earlier outputs, each once and to the digit', () => {
  const values = (...path: string[]) =>
    valueSuggestions(knowledge, path).map(({ value, origin }) => [valueText(value), origin]);

  assert.deepEqual(values('decision'), [
    ['"reject"', 'default of the schema'],
    ['"approve"', 'allowed by the schema'],
  ]);
  assert.deepEqual(values('urgent'), [
    ['true', 'in the schema'],
    ['false', 'in the schema'],
    ['null', 'in the schema'],
  ]);
  assert.deepEqual(values('rate'), [['12345678901234567890', 'review of e7']]);
  assert.deepEqual(values('old'), [
    ['true', 'review of e7'],
    ['false', ''],
  ]);
  assert.deepEqual(values('comment'), []);
});

test('a key without hints has neither keys nor values', () => {
  const nothing = knowledgeOf({ ...fakeTask, output: undefined }, { keys: [], earlier: [] });

  assert.deepEqual(valueSuggestions(nothing, ['a']), []);
});

test('an output that the engine keeps apart is not taken for what it holds', () => {
  const { held } = knowledgeOf({ ...task, isOutputHidden: true }, hints);

  assert.equal(held, undefined);
});
