import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputHints } from '../../../../src/domain/engine.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import { valueText } from '../../../../src/host/outputLanguage/describeKey.ts';
import { keySuggestions } from '../../../../src/host/outputLanguage/keySuggestions.ts';
import { knowledgeOf } from '../../../../src/host/outputLanguage/knowledge.ts';
import { cursorContextAt } from '../../../../src/host/outputLanguage/cursorContext.ts';
import { valueSuggestions } from '../../../../src/host/outputLanguage/valueSuggestions.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

const hints: OutputHints = {
  keys: [
    { path: ['comment'], source: 'promised by the task definition' },
    { path: ['rate'], source: 'promised by the task definition, read by sign_contract' },
    { path: ['approval', 'by'], source: 'read by ship_order' },
    { path: ['approval', 'at'], source: 'read by ship_order' },
    { path: ['lines', '0', 'sku'], source: 'read by pick' },
  ],
  schema: {
    required: ['decision'],
    properties: {
      decision: { enum: ['approve', 'reject'], default: 'reject' },
      note: { type: 'string' },
      urgent: { type: ['boolean', 'null'] },
      address: { $ref: '#/definitions/address' },
    },
    definitions: { address: { type: 'object', properties: { street: { type: 'string' } } } },
  },
  earlier: [
    { source: 'review of e7', value: { rate: parseJson('12345678901234567890'), old: true } },
    { source: 'review of e6', value: { rate: parseJson('12345678901234567890') } },
  ],
};
const task = {
  ...fakeTask,
  output: { callId: 7 },
  options: {
    ...fakeOptions,
    output: { kind: 'object', modes: ['merge'], limitBytes: 99, knownKeys: ['decision', 'told'] },
  },
} as const;
const knowledge = knowledgeOf(task, hints);

function keysIn(marked: string) {
  const offset = marked.indexOf('|');
  const context = cursorContextAt(marked.replace('|', ''), offset);
  return context?.kind === 'key' ? keySuggestions(knowledge, context) : [];
}

/** What is inserted for a key, with the cursor as a bar. */
function inserted(marked: string, key: string): string | undefined {
  const found = keysIn(marked).find(({ known }) => known.key === key);
  return found && `${found.before}|${found.after}`;
}

test('keys are offered with where they come from, what later tasks read first', () => {
  assert.deepEqual(
    keysIn('{ | }').map(({ known, origin }) => [known.key, origin]),
    [
      ['rate', 'read by sign_contract'],
      ['approval', 'read by ship_order'],
      ['lines', 'read by pick'],
      ['decision', 'required by the schema'],
      ['comment', 'promised by the task definition'],
      ['told', 'promised by the task definition'],
      ['note', 'in the schema'],
      ['urgent', 'in the schema'],
      ['address', 'in the schema'],
      ['callId', 'held by the engine'],
      ['old', 'in earlier outputs'],
    ],
  );
});

test('keys that stand there are not offered again, but the one being typed is', () => {
  const keys = keysIn('{ "rate": 1, "app|": {}, "note": "" }').map(({ known }) => known.key);

  assert.ok(keys.includes('approval'));
  assert.ok(!keys.includes('rate') && !keys.includes('note'));
});

test('keys are offered at every depth, by references, schema and lists', () => {
  const names = (marked: string) => keysIn(marked).map(({ known }) => known.key);

  assert.deepEqual(names('{ "approval": { "at": 1, | } }'), ['by']);
  assert.deepEqual(names('{ "address": { | } }'), ['street']);
  assert.deepEqual(names('{ "lines": [ { }, { | } ] }'), ['sku']);
  assert.deepEqual(names('{ "unknown": { | } }'), []);
});

test('quotes, colon and commas are put where they are missing', () => {
  assert.equal(inserted('{ | }', 'comment'), '"comment": |');
  assert.equal(inserted('{ | }', 'approval'), '"approval": {|}');
  assert.equal(inserted('{ | }', 'note'), '"note": "|"');
  assert.equal(inserted('{ | }', 'decision'), '"decision": |');
  assert.equal(inserted('{ | "x": 1 }', 'note'), '"note": "|",');
  assert.equal(inserted('{ "no|": "kept" }', 'note'), '"note"|');
});

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
