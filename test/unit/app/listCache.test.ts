import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createListCache } from '../../../src/app/listing.ts';
import { listFilter } from '../../../src/app/viewFilter.ts';
import type { ExecutionFilter, PageRequest } from '../../../src/domain/execution.ts';

function scene(size = 2) {
  const asked: { readonly filter: ExecutionFilter; readonly page: PageRequest }[] = [];
  const at = { nowMs: 7_200_000 };
  let ids = 0;
  const cache = createListCache<string>({
    fetchPage: async (filter, page) => {
      asked.push({ filter, page });
      ids += 1;
      return { items: [String(ids)], next: String(ids) };
    },
    pageSize: () => size,
    idOf: (item) => item,
    nowMs: () => at.nowMs,
  });
  return { cache, asked, at };
}

const lastHour = listFilter({ sinceHours: 1 }, 'orders');

test('a list with a span of time is read again minutes later, for the hours before that', async () => {
  const { cache, asked, at } = scene();
  await cache.of(lastHour).get();

  at.nowMs += 180_000;

  assert.equal(await cache.of(lastHour).reread(), true);
  assert.deepEqual(
    asked.map(({ filter }) => filter.startedAfter),
    [3_600_000, 3_780_000],
  );
});

test('the pages of one reading have the same times', async () => {
  const { cache, asked, at } = scene();
  await cache.of(lastHour).get();

  at.nowMs += 180_000;
  await cache.of(lastHour).loadMore();

  assert.deepEqual(
    asked.map(({ filter, page }) => [filter.startedAfter, page.cursor]),
    [
      [3_600_000, undefined],
      [3_600_000, '1'],
    ],
  );
});

test('a list is read once, and the lists of long unused filters are forgotten', async () => {
  const { cache, asked } = scene();
  const read = (text: string) => cache.of(listFilter({ text }, 'orders')).get();
  await cache.of(listFilter({}, 'other')).get();
  await read('in use');
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await read(text);
    await read('in use');
  }
  assert.equal(asked.length, 8);

  await read('f');
  await cache.of(listFilter({}, 'other')).get();
  assert.equal(asked.length, 8, 'lists of other workflows and the last filters are kept');

  await read('a');
  assert.equal(asked.length, 9);
});
