import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from './all.ts';

// The same inputs in every run of the suite: `npm run test:fuzz` tries others, and more of them.
const seed = 20_261_129;
const runs = 200;

for (const { name, check } of all) {
  test(`${runs} inputs with seed ${seed}: ${name}`, async () => {
    assert.equal(await check({ runs, seed }), undefined);
  });
}
