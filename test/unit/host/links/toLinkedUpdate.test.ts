import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compositionText,
  isSameUpdate,
  toComposition,
  toLinkedUpdate,
} from '../../../../src/host/links/toLinkedUpdate.ts';

test('a draft goes into a link and comes out as it was, but for what is blank', () => {
  const draft = {
    status: 'COMPLETED',
    text: '{ "a": 1, } // note',
    mode: 'merge',
    reason: 'late',
    fields: { worker: 'w' },
  } as const;

  assert.deepEqual(toComposition(toLinkedUpdate(draft)), draft);
  assert.deepEqual(toLinkedUpdate({ text: ' \n', mode: 'merge', reason: '', fields: {} }), {});
});

test('drafts are the same where they would send the same', () => {
  const draft = { status: 'COMPLETED', text: '{}', fields: { a: 1, b: 2 } };

  assert.ok(isSameUpdate(draft, { ...draft, reason: '', fields: { b: 2, a: 1 } }));
  for (const other of [{ status: 'FAILED' }, { text: '{ }' }, { reason: 'x' }, { fields: {} }]) {
    assert.ok(!isSameUpdate(draft, { ...draft, ...other }), JSON.stringify(other));
  }
});

test('two drafts beside each other differ where they differ', () => {
  assert.equal(
    compositionText({ status: 'COMPLETED', text: '{}', mode: 'replace' }),
    'status: COMPLETED\nreason: (none)\noutput is to: replace\n\n{}\n',
  );
  assert.match(compositionText({}), /status: \(none\)[^]*\(no output\)/);
});
