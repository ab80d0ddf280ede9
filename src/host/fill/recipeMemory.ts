import type * as vscode from 'vscode';
import type { Recipe } from '../../app/recipes/recipe.ts';

const key = 'recipes.answers';
// The least recently used are forgotten.
const mostRecipes = 50;

type Answers = Readonly<Record<string, string>>;

/** What a person answered a recipe last, by label. Values from anywhere else are never kept. */
export interface RecipeMemory {
  answers(recipe: Recipe): ReadonlyMap<string, string>;
  remember(recipe: Recipe, answers: ReadonlyMap<string, string>): Promise<void>;
}

export function recipeMemory(memory: vscode.Memento): RecipeMemory {
  const all = () => memory.get<readonly (readonly [string, Answers])[]>(key, []);
  return {
    answers: (recipe) => {
      const found = all().find(([name]) => name === nameOf(recipe));
      return new Map(Object.entries(found?.[1] ?? {}));
    },
    remember: async (recipe, answers) => {
      const others = all().filter(([name]) => name !== nameOf(recipe));
      const entry = [nameOf(recipe), Object.fromEntries(answers)] as const;
      await memory.update(key, [entry, ...others].slice(0, mostRecipes));
    },
  };
}

function nameOf({ origin, name }: Recipe): string {
  return `${origin}/${name}`;
}
