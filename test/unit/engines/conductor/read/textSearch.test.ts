import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { searchExecutions } from '../../../../../src/engines/conductor/read/searchExecutions.ts';
import { textForms } from '../../../../../src/engines/conductor/read/textForms.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';
import type { MockOptions } from '../../../../../src/mock/mock.ts';
import { conductorOnMock } from '../../../../support/conductorOnMock.ts';
import { createConductorClient, task } from '../../../../support/conductorClient.ts';
import { startMock } from '../../../../support/startMock.ts';

const { signal } = new AbortController();

/** Values of an execution's input, and texts that find just this execution. */
const inputs: readonly (readonly [value: unknown, ...texts: string[]])[] = [
  ['ann@example.com', 'ann@example.com', ' ANN@Example ', 'ann*com'],
  ['two words', 'two words', 'wo wor'],
  [1234.5, '1234.5'],
  ['a/b', 'a/b'],
  ['50% off', '50% off'],
  ['500 off', '500 off'],
  ['say "hi" now', 'say "hi"', '"hi"'],
  ['c:\\temp', 'c:\\temp'],
  ["it's (done) [now] AND then", "it's (done) [now] AND then", 'AND'],
  ['k:v', 'k:v'],
  ['snake_case', 'snake_case', 'e_c'],
  ['snakeXcase', 'snakeXcase'],
  [{ inner: ['deep'] }, 'deep'],
  ['-minus', '-minus'],
  ['Müller', 'MÜLLER'],
];

async function scene(options: MockOptions) {
  const mock = await startMock({ seed: 'empty', ...options });
  const engine = conductorOnMock(mock.conductorUrl);
  const client = createConductorClient(mock.conductorUrl);
  await client.register('flow', [task('HUMAN', 'review')]);
  const ids: string[] = [];
  for (const [value] of inputs) ids.push(await client.start('flow', { value }));
  const find = async (text: string) => {
    const page = await engine.listExecutions?.({ workflow: 'flow', text }, { size: 50 }, signal);
    assert.ok(page);
    return page;
  };
  return { mock, ids, find, [Symbol.asyncDispose]: () => mock.close() };
}

for (const options of [{}, { conductorVersion: '3.21.14' }, { index: false }]) {
  test(`any text of an input finds its execution: ${JSON.stringify(options)}`, async () => {
    await using world = await scene(options);
    for (const [index, [, ...texts]] of inputs.entries()) {
      for (const text of texts) {
        const { items } = await world.find(text);
        assert.deepEqual(
          items.map(({ id }) => id),
          [world.ids[index]],
          text,
        );
      }
    }
    assert.deepEqual((await world.find('in "none" of them')).items, []);
  });
}

const records = inputs.map(([value], index) => ({
  workflowId: `w${index}`,
  workflowType: 'flow',
  version: 1,
  status: 'RUNNING',
  startTime: 1_000 * (inputs.length - index),
  input: `{value=${typeof value === 'string' ? value : JSON.stringify(value)}}`,
}));

type Query = Readonly<Record<string, unknown>>;

/** An index with another grammar: `hits` says which executions a free text finds. */
function otherIndex(hits: (freeText: string, input: string) => boolean) {
  const asked: string[] = [];
  const send: Send = async ({ query = {}, parse }) => {
    const { freeText, start, size, query: conditions }: Query = query;
    asked.push(String(freeText));
    const before = Number(/startTime<(\d+)/.exec(String(conditions))?.[1] ?? Infinity);
    const found = records
      .filter(({ startTime }) => startTime < before)
      .filter(({ input }) => freeText === '*' || hits(String(freeText), input));
    const results = found.slice(Number(start), Number(start) + Number(size));
    const body = { totalHits: found.length, results };
    return parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
  const find = async (text: string, size = 50, cursor?: string) =>
    await searchExecutions(send, { text }, { size, ...(cursor && { cursor }) }, signal);
  return { asked, find };
}

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}_.]+/gu) ?? [];
const cannotRead = new EngineError('unavailable', 'cannot parse', {
  status: 500,
  nothingApplied: false,
});

/** Like Lucene: one of the words is enough, signs have a meaning, and some cannot be read. */
const lucene = () =>
  otherIndex((freeText, input) => {
    if (/[/"(\\[]/.test(freeText)) throw cannotRead;
    if (/:|^-/.test(freeText)) return false;
    const held = wordsIn(input);
    return wordsIn(freeText).some((word) => held.includes(word));
  });

test('an index with words and signs finds the same, with a second form where it must', async () => {
  for (const [index, [value, text = '']] of inputs.entries()) {
    // It knows whole words only, and an object's text is not what is tested here.
    if (typeof value === 'object') continue;
    const { asked, find } = lucene();
    const { items } = await find(text);
    assert.deepEqual(
      items.map(({ id }) => id),
      [`w${index}`],
      text,
    );
    assert.ok(asked.length <= 2, text);
  }
});

test('an index that rejects every form is told, and its executions are looked through', async () => {
  const { find, asked } = otherIndex(() => {
    throw cannotRead;
  });
  const { items, notice } = await find('k:v');
  assert.deepEqual(
    items.map(({ id }) => id),
    ['w9'],
  );
  assert.deepEqual(asked, ['k:v', 'k v', '*']);
  assert.equal(notice, undefined, 'all executions were looked at');
});

test('a server that is down is no index that rejects a text', async () => {
  const down = new EngineError('unavailable', 'down', { status: 503, nothingApplied: true });
  const { find } = otherIndex(() => {
    throw down;
  });
  await assert.rejects(find('two words'), down);
  await assert.rejects(find('words'), down);
});

test('pages of a text hold each execution once', async () => {
  const { find } = lucene();
  const first = await find('now', 1);
  const second = await find('now', 1, first.next);
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    ['w6', 'w8'],
  );
  assert.equal(second.next, undefined);
});

test('the work stays linear in the length of the text', () => {
  const long = `${'a-'.repeat(100_000)}!`;
  assert.equal(textForms(long).isExact, false);
});
