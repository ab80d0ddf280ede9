import type { Recipe } from '../../app/recipes/recipe.ts';

const key = 'recipes.answers';
// Beyond this number, the least recently used are forgotten.
const mostRecipes = 50;

type Remembered = readonly [recipe: string, answers: readonly (readonly [string, string])[]];

/** The part of VS Code's Memento that is used here. */
interface Memory {
  get<T>(key: string, fallback: T): T;
  update(key: string, value: unknown): PromiseLike<void>;
}

/**
 * The person's last answers for each recipe, by label. Values from other sources are never kept.
 */
export interface RecipeMemory {
  answers(recipe: Recipe): ReadonlyMap<string, string>;
  remember(recipe: Recipe, answers: ReadonlyMap<string, string>): Promise<void>;
}

export function recipeMemory(memory: Memory): RecipeMemory {
  const all = () => memory.get<readonly Remembered[]>(key, []);
  return {
    answers: (recipe) => {
      const found = all().find(([name]) => name === nameOf(recipe));
      return new Map(found?.[1] ?? []);
    },
    remember: async (recipe, answers) => {
      const others = all().filter(([name]) => name !== nameOf(recipe));
      const entry: Remembered = [nameOf(recipe), [...answers]];
      await memory.update(key, [entry, ...others].slice(0, mostRecipes));
    },
  };
}

function nameOf({ origin, name }: Recipe): string {
  return `${origin}/${name}`;
}
