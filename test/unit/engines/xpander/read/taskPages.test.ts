import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { startMock } from '../../../../support/startMock.ts';
import { xpanderEngine } from '../../../../support/xpanderEngine.ts';

const { signal } = new AbortController();

test('a long page joins several pages of the server and requests none beyond its end', async () => {
  const mock = await startMock({ seed: 2_500 });
  const engine = xpanderEngine(mock.xpanderUrl);
  const read = async (cursor: string) => {
    const page = await engine.listTasks?.({ workflow: 'agent-3' }, { size: 70, cursor }, signal);
    assert.ok(page);
    const { items, total, next } = page;
    return { first: items[0]?.name, last: items.at(-1)?.name, count: items.length, total, next };
  };

  const page = await read('40');
  const last = await read('110');
  const asked = (await mock.requests()).map(({ query }) => query);
  await mock.close();

  const total = 125;
  assert.deepEqual(page, { first: 'Task 803', last: 'Task 2183', count: 70, total, next: '110' });
  assert.deepEqual(last, {
    first: 'Task 2203',
    last: 'Task 2483',
    count: 15,
    total,
    next: undefined,
  });
  assert.deepEqual(
    asked,
    [1, 2, 3, 3].map((number) => `?page=${number}&per_page=50`),
  );
});

test('a text that no task holds names what the API cannot search', async () => {
  const mock = await startMock({ seed: 2_500 });
  const engine = xpanderEngine(mock.xpanderUrl);
  const find = async (text: string) =>
    await engine.listTasks?.({ workflow: 'agent-3', text }, { size: 70 }, signal);
  const found = await find('task*2483');
  const nothing = await find('ann@example.com');
  await mock.close();

  assert.deepEqual([found?.items.length, found?.notice], [1, undefined]);
  assert.deepEqual(nothing?.items, []);
  assert.match(nothing.notice ?? '', /^xpander\.ai cannot search inputs: /);
});
