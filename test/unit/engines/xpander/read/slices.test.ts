import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createSlices } from '../../../../../src/engines/xpander/read/slices.ts';

test('pages of a list cost one request and stay consistent while the list changes', async () => {
  const slices = createSlices<number>();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return { items: [reads * 10 + 1, reads * 10 + 2, reads * 10 + 3], odd: [] };
  };

  const first = await slices('a', { size: 2 }, read);
  const second = await slices('a', { size: 2, cursor: first.next ?? '' }, read);

  assert.deepEqual(first, { items: [11, 12], total: 3, next: '2' });
  assert.deepEqual(second, { items: [13], total: 3 });
  assert.equal(reads, 1);
});

test('a first page reads the list again, and so does a page of a list that was dropped', async () => {
  const slices = createSlices<string>();
  const asked: string[] = [];
  const page = (key: string, cursor?: string) =>
    slices(key, cursor === undefined ? { size: 1 } : { size: 1, cursor }, async () => {
      asked.push(key);
      return { items: [`${key}1`, `${key}2`], odd: [] };
    });

  await page('a');
  await page('a');
  await page('b');
  const next = await page('a', '1');

  assert.deepEqual(next.items, ['a2']);
  assert.deepEqual(asked, ['a', 'a', 'b', 'a']);
});

test('an invalid cursor starts at the beginning', async () => {
  const slices = createSlices<number>();
  const page = await slices('a', { size: 1, cursor: 'x' }, async () => ({
    items: [1, 2],
    odd: [],
  }));

  assert.deepEqual(page.items, [1]);
});
