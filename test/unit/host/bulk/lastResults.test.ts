import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepResults, lastResults } from '../../../../src/host/bulk/lastResults.ts';

function fakeMemory(kept?: unknown) {
  let value = kept;
  return {
    get: () => value,
    update: async (_key: string, next: unknown) => void (value = JSON.parse(JSON.stringify(next))),
  };
}

test('the newest results are there for the next window', async () => {
  const memory = fakeMemory();
  assert.equal(lastResults(memory), undefined);

  await keepResults(memory, { title: 'Complete 2 tasks', text: 'one\ntwo\n' });
  await keepResults(memory, { title: 'Fail 1 task', text: 'three\n' });
  assert.deepEqual(lastResults(memory), { title: 'Fail 1 task', text: 'three\n' });
});

test('results that are very long lose their end, and say so', async () => {
  const memory = fakeMemory();
  await keepResults(memory, { title: 'many', text: 'a line of results\n'.repeat(100_000) });

  const { text = '' } = lastResults(memory) ?? {};
  assert.ok(text.length < 250_000);
  assert.match(text, /a line of results\n… the rest was not kept\n$/);
});

test('what an older version kept wrongly is nothing', () => {
  for (const kept of [null, 7, {}, { title: 'x' }]) {
    assert.equal(lastResults(fakeMemory(kept)), undefined);
  }
});
