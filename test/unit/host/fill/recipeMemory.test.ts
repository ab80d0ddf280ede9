import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recipe } from '../../../../src/app/recipes/recipe.ts';
import { recipeMemory } from '../../../../src/host/fill/recipeMemory.ts';

const recipe = (name: string, own: Partial<Recipe> = {}): Recipe => ({
  name,
  output: {},
  origin: 'user',
  ...own,
});

test('answers are remembered for each recipe, the newest fifty', async () => {
  const kept = new Map<string, unknown>();
  const memory = recipeMemory({
    get: (key) => kept.get(key),
    update: async (key, value) => void kept.set(key, value),
  });
  await memory.remember(
    recipe('a'),
    new Map([
      ['Who', 'Ann'],
      ['__proto__', 'x'],
    ]),
  );
  await memory.remember(recipe('a', { origin: 'workspace' }), new Map([['Who', 'Eve']]));

  assert.deepEqual(
    [...memory.answers(recipe('a'))],
    [
      ['Who', 'Ann'],
      ['__proto__', 'x'],
    ],
  );
  for (let at = 0; at < 49; at += 1) await memory.remember(recipe(`r${at}`), new Map());
  assert.equal(memory.answers(recipe('a')).size, 0);
  assert.equal(memory.answers(recipe('a', { origin: 'workspace' })).size, 1);
});

test('answers that another version kept are read as far as they can be', () => {
  const read = (kept: unknown) =>
    recipeMemory({ get: () => kept, update: async () => {} }).answers(recipe('a'));

  assert.deepEqual(
    [...read([null, [5], ['user/a', [['Who', 'Ann'], ['When', 5], null]]])],
    [['Who', 'Ann']],
  );
  for (const odd of [undefined, null, 'x', { a: 1 }, [['user/a', 'x']]])
    assert.equal(read(odd).size, 0);
});
