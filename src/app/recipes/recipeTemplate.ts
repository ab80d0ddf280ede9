import { isJsonObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { OutputOption } from '../../domain/taskUpdate.ts';
import { readJson } from '../output/readJson.ts';
import type { Recipe } from './recipe.ts';
import { parseTemplate } from './parseTemplate.ts';
import { parseVariable } from './variable.ts';
import type { VariableUse } from './variable.ts';

/** The parts of a recipe in which variables are replaced. */
export interface RecipeTemplate {
  readonly output: Json;
  readonly reason: string;
  readonly fields: Json;
}

/**
 * JSON as text is parsed before variables are replaced, so that no value can break out of its
 * quotes. Text that is not a JSON object stays text.
 */
export function recipeTemplate(recipe: Recipe, kind: OutputOption['kind']): RecipeTemplate {
  const { output, reason = '', fields = {} } = recipe;
  return { output: kind === 'object' ? objectOf(output) : output, reason, fields };
}

function objectOf(output: Json): Json {
  if (typeof output !== 'string') return output;
  const read = readJson(output);
  return read.kind === 'json' && isJsonObject(read.value) ? read.value : output;
}

export interface FoundUses {
  /** In the order of the text. */
  readonly uses: readonly VariableUse[];
  /** The problems of the recipe's variables, one sentence each. */
  readonly problems: readonly string[];
}

/** The variables of a recipe. */
export function usesOf({ output, reason, fields }: RecipeTemplate): FoundUses {
  const found = [output, reason, fields].flatMap(stringsOf).map(usesIn);
  return {
    uses: found.flatMap(({ uses }) => uses),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function stringsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item: Json) => stringsOf(item));
  return isJsonObject(value) ? Object.values(value).flatMap(stringsOf) : [];
}

function usesIn(text: string): FoundUses {
  const uses: VariableUse[] = [];
  const problems: string[] = [];
  const parts = parseTemplate(text);
  for (const part of parts) {
    if (part.kind === 'unclosed') problems.push(`The brace of ${cut(part.source)} is not closed.`);
    if (part.kind !== 'variable') continue;
    const parsed = parseVariable(part.body, part.source);
    if (parsed.kind === 'bad') problems.push(parsed.problem);
    else if (parsed.use.isJson && parts.length > 1) {
      problems.push(`${part.source} must be the whole text: it puts in JSON, not characters.`);
    } else uses.push(parsed.use);
  }
  return { uses, problems };
}

function cut(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source;
}
