import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReadCache } from '../../../src/app/readCache.ts';

test('a key is read once while it is in use, and again after many others', async () => {
  const reads: string[] = [];
  const cache = createReadCache(async (key) => {
    reads.push(key);
    return key;
  });
  for (const key of ['open', 'left', 'open']) assert.equal(await cache.get(key), key);
  assert.deepEqual(reads, ['open', 'left']);

  for (let count = 0; count < 5_000; count += 1) {
    await cache.get(String(count));
    await cache.get('open');
  }
  const before = reads.length;
  assert.equal(await cache.reread('left'), false, 'it is known no more');
  assert.equal(reads.length, before);
  await cache.get('left');
  assert.equal(reads.length, before + 1);
  assert.equal(reads.filter((key) => key === 'open').length, 1);
});
