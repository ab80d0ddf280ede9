import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isEngineError } from '../../../../../src/domain/engineError.ts';
import type { ExecutionFilter } from '../../../../../src/domain/execution.ts';
import { searchExecutions } from '../../../../../src/engines/conductor/read/searchExecutions.ts';
import { createFakeIndex, type FakeIndex, type Indexed } from './fakeIndex.ts';

const { signal } = new AbortController();
const many = (count: number, gapMs: number, name?: string): readonly Indexed[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${name ?? 'flow'}-${i}`,
    start: 1_700_000_000_000 + i * gapMs,
    ...(name === undefined ? {} : { name }),
  }));

/** The ids on all pages, one text for each page. */
async function pages(
  index: FakeIndex,
  size: number,
  filter: ExecutionFilter = {},
  between: () => void = () => undefined,
): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { size, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await searchExecutions(index.send, filter, page, signal);
    found.push(items.map((execution) => execution.id).join(' '));
    cursor = next;
    between();
    assert.ok(found.length < 100, 'the pages never end');
  } while (cursor !== undefined);
  return found;
}

test('pages hold each execution once, newest first, however close they started', async () => {
  for (const gap of [0, 1, 400, 1_000, 60_000]) {
    const index = createFakeIndex(many(7, gap));
    const all = (await pages(index, 3)).join(' ').split(' ');
    assert.equal(new Set(all).size, 7, `${gap} ms apart`);
    assert.equal(all.length, 7, `${gap} ms apart`);
    if (gap > 0)
      assert.deepEqual(
        all,
        many(7, gap)
          .map((item) => item.id)
          .reverse(),
      );
  }
});

test('executions that start between two pages shift no page', async () => {
  const index = createFakeIndex(many(6, 5_000));
  let late = 0;
  const found = await pages(index, 2, {}, () => {
    index.items = [...index.items, { id: `late-${late}`, start: 1_800_000_000_000 + late++ }];
  });
  assert.deepEqual(found, ['flow-5 flow-4', 'flow-3 flow-2', 'flow-1 flow-0']);
});

test('the total is that of the first page, and the last page has no next page', async () => {
  const index = createFakeIndex(many(5, 5_000));
  const first = await searchExecutions(index.send, {}, { size: 3 }, signal);
  assert.equal(first.total, 5);
  assert.ok(first.next);
  const last = await searchExecutions(index.send, {}, { size: 3, cursor: first.next }, signal);
  assert.deepEqual([last.total, last.next, last.items.length], [5, undefined, 2]);
  const exact = await searchExecutions(index.send, {}, { size: 5 }, signal);
  assert.deepEqual([exact.total, exact.next], [5, undefined]);
});

test('a filter that the server cannot apply is applied here, page by page', async () => {
  const index = createFakeIndex([...many(150, 7_000, 'other'), ...many(5, 200_000, 'a,b')]);
  const found = await pages(index, 2, { workflow: 'a,b' });
  assert.deepEqual(found, ['a,b-4 a,b-3', 'a,b-2 a,b-1', 'a,b-0']);
});

test('a local filter stops after some pages, says so, and continues from there', async () => {
  const index = createFakeIndex([...many(1_500, 7_000, 'other'), ...many(1, 1, 'a,b')]);
  const first = await searchExecutions(index.send, { workflow: 'a,b' }, { size: 5 }, signal);
  assert.deepEqual([first.items.length, index.asked.length], [0, 10]);
  assert.match(first.notice ?? '', /older executions may match/);
  assert.ok(first.next);
  const page = { size: 5, cursor: first.next };
  const second = await searchExecutions(index.send, { workflow: 'a,b' }, page, signal);
  assert.deepEqual(
    second.items.map((item) => item.id),
    ['a,b-0'],
  );
});

test('one page costs one request', async () => {
  const index = createFakeIndex(many(50, 1_000));
  await searchExecutions(index.send, { workflow: 'flow' }, { size: 10 }, signal);
  assert.equal(index.asked.length, 1);
  assert.deepEqual(index.asked[0]?.query, {
    start: 0,
    size: 10,
    query: 'workflowType IN (flow)',
    freeText: '*',
    sort: 'startTime:DESC',
  });
});

test('a cursor that no page returned is rejected', async () => {
  const index = createFakeIndex([]);
  await assert.rejects(
    searchExecutions(index.send, {}, { size: 5, cursor: 'odd' }, signal),
    (error) => isEngineError(error, 'invalid'),
  );
});
