import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecentMap } from '../../../src/app/recentMap.ts';

test('what was not used for longest is forgotten, and never more is kept than the limit', () => {
  const recent = createRecentMap<number>(3);
  const kept = (...keys: readonly string[]) => keys.filter((key) => recent.get(key) !== undefined);
  for (const [value, key] of ['a', 'b', 'c'].entries()) recent.set(key, value);

  assert.equal(recent.get('a'), 0);
  recent.set('b', 10);
  recent.set('d', 3);
  assert.deepEqual(kept('a', 'b', 'c', 'd'), ['a', 'b', 'd']);
  assert.equal(recent.get('b'), 10);

  recent.delete('a');
  assert.deepEqual(kept('a', 'b', 'd'), ['b', 'd']);
  const keys = Array.from({ length: 1_000 }, (_, key) => String(key));
  for (const key of keys) recent.set(key, 0);
  assert.deepEqual(kept('b', 'd', ...keys), ['997', '998', '999']);
  recent.clear();
  assert.deepEqual(kept(...keys), []);
});
