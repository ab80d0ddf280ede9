import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { fewAtOnce } from '../../../src/app/fewAtOnce.ts';

test('a server is asked for four things at the same time at most, and each is in its place', async () => {
  let busy = 0;
  let mostBusy = 0;
  const items = [...Array(20).keys()];

  const results = await fewAtOnce(items, async (item) => {
    busy += 1;
    mostBusy = Math.max(mostBusy, busy);
    await setImmediate();
    busy -= 1;
    return item * 2;
  });

  assert.equal(mostBusy, 4);
  assert.deepEqual(
    results,
    items.map((item) => item * 2),
  );
});
