import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { readJson } from '../output/readJson.ts';
import type { RecipeTemplate } from './recipeTemplate.ts';
import { parseTemplate } from './parseTemplate.ts';
import { parseVariable, variableKey } from './variable.ts';

/** The values of variables, by `variableKey`. Every variable of `usesOf` needs one. */
export type Values = ReadonlyMap<string, string>;

/** A recipe with its variables replaced. */
export interface Expanded {
  /** The text for the document: JSON with every digit, or plain text. */
  readonly text: string;
  readonly reason: string;
  readonly fields: JsonObject;
}

/**
 * Puts the values in. A value is data: characters of it that look like a variable, a quote or a
 * bracket stay characters. Only `${json:…}` puts in JSON. Throws SyntaxError if its value is not
 * JSON.
 */
export function expandTemplate(template: RecipeTemplate, values: Values): Expanded {
  const output = expandJson(template.output, values);
  const fields = expandJson(template.fields, values);
  return {
    text: typeof output === 'string' ? output : `${stringifyJson(output, 2)}\n`,
    reason: expandText(template.reason, values),
    fields: isJsonObject(fields) ? fields : {},
  };
}

/** What is wrong with the value of a `${json:…}`; undefined for JSON. */
export function jsonProblem(text: string): string | undefined {
  const read = readJson(text);
  if (read.kind === 'json') return undefined;
  return read.kind === 'empty' ? 'It is empty, and JSON is wanted.' : read.message;
}

function expandJson(template: Json, values: Values): Json {
  if (typeof template === 'string') return expandString(template, values);
  if (Array.isArray(template)) return template.map((item: Json) => expandJson(item, values));
  if (!isJsonObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, expandJson(value, values)]),
  );
}

function expandString(template: string, values: Values): Json {
  const parts = parseTemplate(template);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'variable') {
    const parsed = parseVariable(only.body, only.source);
    if (parsed.kind === 'ok' && parsed.use.isJson) {
      const read = readJson(values.get(variableKey(parsed.use.variable)) ?? '');
      if (read.kind === 'json') return read.value;
      throw new SyntaxError(`The value of ${only.source} is no JSON.`);
    }
  }
  return expandText(template, values);
}

function expandText(template: string, values: Values): string {
  return parseTemplate(template)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'unclosed') return part.source;
      const parsed = parseVariable(part.body, part.source);
      if (parsed.kind === 'bad') return part.source;
      return values.get(variableKey(parsed.use.variable)) ?? part.source;
    })
    .join('');
}
