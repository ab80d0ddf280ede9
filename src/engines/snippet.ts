import { isJsonObject, type JsonObject, parseJson } from '../domain/json.ts';
import type { RequestPreview } from '../domain/engine.ts';
import type { Snippet } from '../domain/snippet.ts';

/** A snippet from lines of code. */
export function snippet(parts: Omit<Snippet, 'code'>, lines: readonly string[]): Snippet {
  return { ...parts, code: `${lines.join('\n')}\n` };
}

/**
 * The body of an update's request. Undefined where it is no JSON object, or contains half a
 * surrogate pair, which SDKs reject or replace.
 */
export function jsonBody({ body }: RequestPreview): JsonObject | undefined {
  if (body === undefined || halfCharacter.test(body)) return undefined;
  const value = parseJson(body);
  return isJsonObject(value) ? value : undefined;
}

// JSON escapes a surrogate only where its other half is missing.
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/i;
