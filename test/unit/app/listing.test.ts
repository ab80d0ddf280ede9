import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPagedList } from '../../../src/app/listing.ts';
import type { Page, PageRequest } from '../../../src/domain/execution.ts';

function listOf(all: { items: number[] }, requests: PageRequest[] = []) {
  const fetchPage = async (request: PageRequest): Promise<Page<string>> => {
    requests.push(request);
    const start = Number(request.cursor ?? 0);
    const end = start + request.size;
    return {
      items: all.items.slice(start, end).map(String),
      total: all.items.length,
      ...(end < all.items.length ? { next: String(end) } : {}),
    };
  };
  return createPagedList(
    fetchPage,
    () => 2,
    (item) => item,
  );
}

test('grows by pages and says when there are no more', async () => {
  const list = listOf({ items: [1, 2, 3] });

  assert.deepEqual(await list.get(), { items: ['1', '2'], more: true, total: 3 });
  assert.deepEqual(await list.loadMore(), { items: ['1', '2', '3'], more: false, total: 3 });
});

test('keeps the records that could not be read, of all pages', async () => {
  const odd = (id: string) => [{ kind: 'task', id, problem: 'status is null' }] as const;
  const list = createPagedList<string>(
    async ({ cursor }) =>
      cursor === undefined
        ? { items: ['1'], next: 'b', odd: odd('2') }
        : { items: ['3'], odd: odd('4') },
    () => 2,
    (item) => item,
  );

  assert.deepEqual((await list.get()).odd, odd('2'));
  assert.deepEqual((await list.loadMore()).odd, [...odd('2'), ...odd('4')]);
});

test('reads once for many who ask at the same time', async () => {
  const requests: PageRequest[] = [];
  const list = listOf({ items: [1] }, requests);

  await Promise.all([list.get(), list.get(), list.get()]);

  assert.equal(requests.length, 1);
});

test('after invalidation it asks for as many as were on show', async () => {
  const requests: PageRequest[] = [];
  const list = listOf({ items: [1, 2, 3, 4, 5] }, requests);
  await list.get();
  await list.loadMore();

  list.invalidate();
  const listing = await list.get();

  assert.equal(listing.items.length, 4);
  assert.deepEqual(requests.at(-1), { size: 4 });
});

test('an item pushed to the next page by a new one stands once', async () => {
  const all = { items: [1, 2, 3] };
  const list = listOf(all);
  await list.get();
  all.items.unshift(0);

  assert.deepEqual((await list.loadMore()).items, ['1', '2', '3']);
});

test('a failure is not kept', async () => {
  let isDown = true;
  const list = createPagedList<string>(
    async () => {
      if (isDown) throw new Error('down');
      return { items: ['a'] };
    },
    () => 2,
    (item) => item,
  );
  await assert.rejects(list.get(), /down/);

  isDown = false;

  assert.deepEqual((await list.get()).items, ['a']);
});

test('a failed next page keeps the pages before it', async () => {
  let calls = 0;
  const list = createPagedList<string>(
    async () => {
      calls += 1;
      if (calls > 1) throw new Error('down');
      return { items: ['a'], next: '1' };
    },
    () => 1,
    (item) => item,
  );
  await list.get();
  await assert.rejects(list.loadMore(), /down/);

  assert.deepEqual(await list.get(), { items: ['a'], more: true });
});

test('reading again tells whether something changed', async () => {
  const all = { items: [1] };
  const list = listOf(all);
  assert.equal(await list.reread(), false, 'nothing was read yet');
  await list.get();
  assert.equal(await list.reread(), false);

  all.items.push(2);

  assert.equal(await list.reread(), true);
  assert.deepEqual((await list.get()).items, ['1', '2']);
});
