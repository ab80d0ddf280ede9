import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keySuggestions } from '../../../../src/host/outputLanguage/keySuggestions.ts';
import { cursorContextAt } from '../../../../src/host/outputLanguage/cursorContext.ts';
import { knowledge } from './sampleKnowledge.ts';

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
