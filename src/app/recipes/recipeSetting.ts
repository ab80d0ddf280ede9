import { isJsonObject, stringifyJson, withoutUndefined } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';
import type { Recipe } from './recipe.ts';
import { escapeTemplate } from './parseTemplate.ts';

/** The parts of a recipe when an output is saved as one. */
export interface NewRecipe extends Pick<Recipe, 'name' | 'engine' | 'workflow' | 'task'> {
  readonly status?: string;
  readonly output: OutputChange;
  readonly reason?: string;
  readonly fields?: JsonObject;
}

/**
 * The entry for the settings. Settings hold numbers as doubles, so an output that would lose digits
 * is written as JSON text. Text that looks like a variable is escaped.
 */
export function recipeSetting(recipe: NewRecipe): JsonObject {
  const { name, engine, workflow, task, status, output, reason, fields } = recipe;
  return withoutUndefined({
    name,
    engine,
    workflow,
    task,
    status,
    mode: output.kind === 'object' ? output.mode : undefined,
    output: outputOf(output),
    reason: reason && escapeTemplate(reason),
    fields: fields && escaped(fields),
  });
}

/** Can the settings hold this value with every digit? */
export function survivesSettings(value: Json): boolean {
  if (Array.isArray(value)) return value.every((item: Json) => survivesSettings(item));
  if (isJsonObject(value)) {
    // VS Code reads this key as a prototype and drops it.
    return !Object.hasOwn(value, '__proto__') && Object.values(value).every(survivesSettings);
  }
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return value === null || typeof value !== 'object';
}

function outputOf(output: OutputChange): Json {
  if (output.kind === 'text') return escapeTemplate(output.text);
  const value = escaped(output.value);
  return survivesSettings(value) ? value : stringifyJson(value);
}

function escaped(value: Json): Json {
  if (typeof value === 'string') return escapeTemplate(value);
  if (Array.isArray(value)) return value.map((item: Json) => escaped(item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]));
}
