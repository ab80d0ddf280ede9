import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { OutputMode } from '../../domain/taskUpdate.ts';
import type { Recipe, RecipeOrigin } from './recipe.ts';

export interface ParsedRecipes {
  readonly recipes: readonly Recipe[];
  /** The entries that were skipped. */
  readonly problems: readonly RecipeProblem[];
}

export interface RecipeProblem {
  /** The entry's name, or its place in the list: "Recipe 2 of the user settings". */
  readonly recipe: string;
  /** The problem, as the end of a sentence. */
  readonly reason: string;
}

type Entry = ReadonlyMap<string, unknown>;

const texts = ['description', 'engine', 'workflow', 'task', 'status', 'reason'] as const;
const modes: readonly OutputMode[] = ['merge', 'replace'];

/**
 * Reads one value of the setting as a person may have typed it. It names wrong entries and keeps
 * the others. `engines` are the known kinds of engines.
 */
export function parseRecipes(
  value: unknown,
  origin: RecipeOrigin,
  engines: readonly string[],
): ParsedRecipes {
  if (value === undefined || value === null) return { recipes: [], problems: [] };
  if (!Array.isArray(value)) {
    const recipe = `The setting in the ${origin} settings`;
    return { recipes: [], problems: [{ recipe, reason: 'it must be a list.' }] };
  }
  const recipes: Recipe[] = [];
  const problems: RecipeProblem[] = [];
  for (const [index, item] of value.entries()) {
    const entry = entryOf(item);
    const problem = problemOf(entry, recipes, engines);
    if (entry === undefined || problem !== undefined) {
      const name = textOf(entry?.get('name'));
      const recipe = name ?? `Recipe ${index + 1} of the ${origin} settings`;
      problems.push({ recipe, reason: problem ?? '' });
    } else recipes.push(recipeOf(entry, origin));
  }
  return { recipes, problems };
}

function entryOf(item: unknown): Entry | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  return new Map<string, unknown>(Object.entries(item));
}

function problemOf(
  entry: Entry | undefined,
  before: readonly Recipe[],
  engines: readonly string[],
): string | undefined {
  if (entry === undefined) return 'it must be an object.';
  const name = textOf(entry.get('name'));
  if (name === undefined) return 'it needs a name.';
  if (before.some((recipe) => recipe.name === name)) return 'its name is taken by another.';
  const wrong = texts.find((key) => entry.has(key) && typeof entry.get(key) !== 'string');
  if (wrong !== undefined) return `its ${wrong} must be a text.`;
  const engine = entry.get('engine');
  if (engine !== undefined && !engines.some((kind) => kind === engine)) {
    return `its engine must be ${engines.join(' or ')}.`;
  }
  if (entry.has('mode') && !modes.some((mode) => mode === entry.get('mode'))) {
    return 'its mode must be merge or replace.';
  }
  return problemOfValues(entry);
}

function problemOfValues(entry: Entry): string | undefined {
  const output = entry.get('output');
  if (output === undefined) return 'it needs an output.';
  const fields = entry.get('fields');
  if (fields !== undefined && !isJsonObject(fields)) return 'its fields must be an object.';
  const rounded = roundedNumber(output) ?? roundedNumber(fields);
  if (rounded === undefined) return undefined;
  const read = Number.isFinite(rounded) ? BigInt(rounded) : rounded;
  return (
    `a number has more digits than settings keep (they read ${read}). ` +
    'Write the whole output as JSON text in quotes: then every digit stays.'
  );
}

/** A number that loses digits in settings: VS Code reads it as a double. */
function roundedNumber(value: unknown): number | undefined {
  if (typeof value === 'number') {
    // 1e400 becomes infinity, which JSON cannot hold.
    const isWhole = Number.isInteger(value) || !Number.isFinite(value);
    return isWhole && !Number.isSafeInteger(value) ? value : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const found = roundedNumber(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function recipeOf(entry: Entry, origin: RecipeOrigin): Recipe {
  const given = texts.flatMap((key) => {
    const text = textOf(entry.get(key));
    return text === undefined ? [] : [[key, text] as const];
  });
  const mode = modes.find((known) => known === entry.get('mode'));
  const fields = entry.get('fields');
  return {
    ...Object.fromEntries(given),
    name: textOf(entry.get('name')) ?? '',
    // Settings are JSON: VS Code has parsed them.
    output: entry.get('output') as Json,
    ...(mode === undefined ? {} : { mode }),
    ...(fields === undefined ? {} : { fields: fields as JsonObject }),
    origin,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
