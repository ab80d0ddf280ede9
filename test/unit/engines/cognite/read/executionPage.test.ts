import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { isJsonObject } from '../../../../../src/domain/json.ts';
import { executionPage } from '../../../../../src/engines/cognite/read/executionPage.ts';
import type { HttpRequest } from '../../../../../src/http/httpRequest.ts';
import { executionRecord, fakeProject, signal } from '../builders.ts';

const record = (number: number) =>
  executionRecord({ id: `e${number}`, createdTime: number, metadata: { number } });

/** Serves numbered executions in pages of a fixed size and ignores the requested limit. */
function serve(numbers: readonly number[], pageSize: number) {
  return fakeProject((request: HttpRequest<unknown>) => {
    const { body } = request;
    const value = body?.kind === 'json' && isJsonObject(body.value) ? body.value : {};
    const start = Number(value['cursor'] ?? 0);
    const end = start + pageSize;
    return {
      items: numbers.slice(start, end).map(record),
      ...(end < numbers.length ? { nextCursor: String(end) } : {}),
    };
  });
}

test('a page is sorted newest first', async () => {
  const { project } = serve([7, 9, 8], 3);
  const { items, next, notice } = await executionPage(project, {}, { size: 10 }, signal);
  assert.deepEqual(
    items.map((one) => one.id),
    ['e9', 'e8', 'e7'],
  );
  assert.deepEqual([next, notice], [undefined, undefined]);
});

test('a notice says that the server lists the oldest first', async () => {
  const { project } = serve([1, 2, 3, 4], 2);
  const { next, notice } = await executionPage(project, {}, { size: 2 }, signal);
  assert.equal(next, '2');
  assert.match(notice ?? '', /oldest first/);
});

test('a text search reads several pages and continues where it stopped', async () => {
  const numbers = Array.from({ length: 40 }, (_none, index) => 140 - index);
  const { project, requests } = serve(numbers, 20);
  const find = async (cursor?: string) =>
    await executionPage(
      project,
      { text: 'E13' },
      { size: 4, ...(cursor === undefined ? {} : { cursor }) },
      signal,
    );

  const found: string[] = [];
  let page = await find();
  found.push(...page.items.map((one) => one.id));
  assert.equal(page.items.length, 4);
  while (page.next !== undefined) {
    page = await find(page.next);
    found.push(...page.items.map((one) => one.id));
  }

  assert.deepEqual(
    found,
    [139, 138, 137, 136, 135, 134, 133, 132, 131, 130].map((number) => `e${number}`),
  );
  assert.equal(requests.length, 4);
});

test('a search that finds nothing stops after some requests and says so', async () => {
  const numbers = Array.from({ length: 100 }, (_none, index) => index);
  const { project, requests } = serve(numbers, 10);
  const page = await executionPage(project, { text: 'nowhere' }, { size: 4 }, signal);
  assert.deepEqual(page.items, []);
  assert.equal(requests.length, 5);
  assert.equal(page.notice, 'Looked for "nowhere" in 50 executions: load more to look further.');
  assert.ok(page.next);
});

test('a search through all executions that finds nothing names what it cannot search', async () => {
  const { project } = serve([1, 2], 10);
  const find = async (text: string) => await executionPage(project, { text }, { size: 4 }, signal);
  const nothing = await find('two words');
  assert.deepEqual([nothing.items, nothing.next], [[], undefined]);
  assert.match(nothing.notice ?? '', /^CDF cannot search inputs and outputs: /);
  const found = await find('n*ber');
  assert.deepEqual([found.items.length, found.notice], [2, undefined]);
});

test('metadata that is no text hides no execution from a search', async () => {
  const odd = executionRecord({ id: 'odd', metadata: { who: { toString: 1 }, note: 'Ann' } });
  const { project } = fakeProject(() => ({ items: [odd] }));

  const { items } = await executionPage(project, { text: 'ann' }, { size: 10 }, signal);

  assert.deepEqual(
    items.map((one) => one.id),
    ['odd'],
  );
});
