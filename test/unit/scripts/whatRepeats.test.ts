import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatRepeats } from '../../../scripts/real/compareWithMock.ts';

const row = (family: string, place: number) => ({ family, place, send: `GET /${family}/${place}` });

test('a difference that shows each time fails, and only its family is sent again', async () => {
  const asked: (readonly string[] | undefined)[] = [];
  const failed = await whatRepeats(
    [row('a', 1), row('b', 2)],
    async (families) => {
      asked.push(families);
      return await Promise.resolve([row('a', 1)]);
    },
    () => undefined,
  );

  assert.equal(failed, 1);
  assert.deepEqual(asked[0], ['a', 'b']);
});

test('a difference that did not show again is listed with how often it showed', async () => {
  const lines: string[] = [];
  const rounds = [[row('a', 1)], []];
  const failed = await whatRepeats(
    [row('a', 1), row('a', 2)],
    async () => await Promise.resolve(rounds.shift() ?? []),
    (line) => lines.push(line),
  );

  assert.equal(failed, 0);
  assert.ok(lines.includes('did not show again: GET /a/1 showed 2 of 3 times.'));
  assert.ok(lines.includes('did not show again: GET /a/2 showed 1 of 3 times.'));
});

test('nothing is sent again where nothing differs', async () => {
  const failed = await whatRepeats(
    [],
    async () => await Promise.reject(new Error('sent')),
    () => undefined,
  );
  assert.equal(failed, 0);
});
