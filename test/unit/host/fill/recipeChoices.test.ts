import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recipe } from '../../../../src/app/recipes/recipe.ts';
import { recipeChoices } from '../../../../src/host/fill/recipeChoices.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const recipe = (name: string, own: Partial<Recipe> = {}): Recipe => ({
  name,
  output: {},
  origin: 'user',
  ...own,
});

test('the recipes for the task come first, then the others, problems and a way to the settings', () => {
  const recipes = [recipe('other', { task: 'ship' }), recipe('mine', { status: 'FAILED' })];
  const choices = recipeChoices(
    { recipes, problems: [{ recipe: 'Broken', reason: 'it needs an output.' }] },
    fakeTask,
    fakeConnection,
  );

  assert.deepEqual(
    choices.map(({ label, section }) => `${section}: ${label}`),
    [
      'For this task: mine',
      'For other tasks: other',
      'Not usable: Broken',
      'Settings: Edit Recipes',
    ],
  );
  assert.equal(choices[0]?.description, 'FAILED · yours');
});

test('without recipes there is a way to the first one', () => {
  const [only, ...more] = recipeChoices({ recipes: [], problems: [] }, fakeTask, fakeConnection);

  assert.deepEqual(more, []);
  assert.deepEqual(only?.value, { kind: 'edit' });
  assert.match(only?.label ?? '', /First Recipe/);
});
