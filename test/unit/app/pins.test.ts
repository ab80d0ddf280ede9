import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPins } from '../../../src/app/pins.ts';

test('a pin of another version is read only where its task can be shown', () => {
  const ref = { connection: 'c', workflow: 'w', task: 't' };
  const pin = { ref, name: 'n', status: 'S', state: 'waiting', terminal: false };
  const read = (kept: unknown) => createPins({ read: () => kept, write: async () => {} }).current();

  assert.deepEqual(read(pin), pin);
  for (const odd of [
    { ...pin, state: 'lost' },
    { ...pin, ref: { ...ref, workflow: 5 } },
    {},
    null,
  ]) {
    assert.equal(read(odd), undefined);
  }
});
