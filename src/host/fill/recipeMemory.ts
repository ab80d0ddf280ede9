import type { Recipe } from '../../app/recipes/recipe.ts';

const key = 'recipes.answers';
// Beyond this number, the least recently used are forgotten.
const mostRecipes = 50;

type Remembered = readonly [recipe: string, answers: readonly (readonly [string, string])[]];

/** The part of VS Code's Memento that is used here. */
interface Memory {
  get(key: string): unknown;
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
  const all = () => parseRemembered(memory.get(key));
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

/** Another version may have written it: what is odd is left out. */
function parseRemembered(kept: unknown): readonly Remembered[] {
  return pairsIn(kept).flatMap(([name, answers]) =>
    typeof name === 'string' ? [[name, pairsIn(answers).filter(areTexts)] as const] : [],
  );
}

function pairsIn(value: unknown): readonly (readonly [unknown, unknown])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 ? [[pair[0], pair[1]] as const] : [],
  );
}

function areTexts(pair: readonly unknown[]): pair is readonly [string, string] {
  return pair.every((text) => typeof text === 'string');
}

function nameOf({ origin, name }: Recipe): string {
  return `${origin}/${name}`;
}
