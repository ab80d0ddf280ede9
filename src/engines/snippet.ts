import { isJsonObject, type JsonObject, parseJson } from '../domain/json.ts';
import type { RequestPreview } from '../domain/engine.ts';
import type { Snippet } from '../domain/snippet.ts';

/** Code by its lines. */
export function snippet(
  language: Snippet['language'],
  label: string,
  lines: readonly string[],
): Snippet {
  return { language, label, code: `${lines.join('\n')}\n` };
}

/** The body of an update's request; undefined where it is no JSON object. */
export function jsonBody({ body }: RequestPreview): JsonObject | undefined {
  const value = body === undefined ? undefined : parseJson(body);
  return isJsonObject(value) ? value : undefined;
}
