import { matchesTask } from '../../app/recipes/matchesTask.ts';
import type { ParsedRecipes } from '../../app/recipes/parseRecipes.ts';
import type { Recipe, RecipeOrigin } from '../../app/recipes/recipe.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { Choice } from '../ui/listPick.ts';

/** The result of picking a line of the list of recipes. */
export type RecipeChoice =
  | { readonly kind: 'recipe'; readonly recipe: Recipe }
  | { readonly kind: 'edit' };

const origins: Readonly<Record<RecipeOrigin, string>> = {
  user: 'yours',
  workspace: 'from the workspace',
  folder: 'from the folder',
};

/** The recipes for the task come first, then the others, then problems in the settings. */
export function recipeChoices(
  { recipes, problems }: ParsedRecipes,
  task: Task,
  connection: Connection | undefined,
): readonly Choice<RecipeChoice>[] {
  const own = recipes.filter((recipe) => matchesTask(recipe, task, connection));
  const others = recipes.filter((recipe) => !own.includes(recipe));
  return [
    ...own.map((recipe) => recipeChoice(recipe, 'For this task')),
    ...others.map((recipe) => recipeChoice(recipe, 'For other tasks')),
    ...problems.map((problem): Choice<RecipeChoice> => ({
      label: problem.recipe,
      description: 'cannot be used',
      icon: 'warning',
      detail: problem.reason,
      section: 'Not usable',
      value: { kind: 'edit' },
    })),
    {
      label: recipes.length === 0 ? 'Write the First Recipe…' : 'Edit Recipes',
      ...(recipes.length === 0
        ? { detail: 'A recipe is a named output with variables, kept in the settings.' }
        : {}),
      icon: 'edit',
      section: 'Settings',
      always: true,
      value: { kind: 'edit' },
    },
  ];
}

function recipeChoice(recipe: Recipe, section: string): Choice<RecipeChoice> {
  const { name, description, status, origin } = recipe;
  const words = [status, origins[origin]].filter((word) => word !== undefined);
  return {
    label: name,
    icon: 'book',
    description: words.join(' · '),
    ...(description === undefined ? {} : { detail: description }),
    section,
    value: { kind: 'recipe', recipe },
  };
}
