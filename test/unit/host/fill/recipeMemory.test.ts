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
    get: <T>(key: string, fallback: T) => (kept.get(key) as T | undefined) ?? fallback,
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
