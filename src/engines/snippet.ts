import { isJsonObject, type JsonObject, parseJson } from '../domain/json.ts';
import type { RequestPreview } from '../domain/engine.ts';
import type { Snippet } from '../domain/snippet.ts';

/** Code by its lines. */
export function snippet(parts: Omit<Snippet, 'code'>, lines: readonly string[]): Snippet {
  return { ...parts, code: `${lines.join('\n')}\n` };
}

/**
 * The body of an update's request; undefined where it is no JSON object, and where a text in it
 * has half a character, which an SDK refuses or replaces.
 */
export function jsonBody({ body }: RequestPreview): JsonObject | undefined {
  if (body === undefined || halfCharacter.test(body)) return undefined;
  const value = parseJson(body);
  return isJsonObject(value) ? value : undefined;
}

// JSON writes a surrogate as an escape only where its other half is missing.
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/i;
