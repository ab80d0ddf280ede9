import { parseJson, type Json } from '../../json.ts';
import { broken } from '../serverError.ts';

/**
 * The first JSON value of a body; the server ignores what follows it. @throws {ServerError} 500
 * where there is none
 */
export function parseBody(body: string): Json {
  try {
    return parseJson(body);
  } catch (error) {
    const end = endOfFirst(body);
    if (end < body.length) return parseBody(body.slice(0, end));
    throw broken(`JSON parse error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where the object or list that begins the text ends; the text's length where it does not. */
function endOfFirst(text: string): number {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isInText) {
      if (char === '\\') at += 1;
      else if (char === '"') isInText = false;
    } else if (char === '"') {
      if (depth === 0) return text.length;
      isInText = true;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}
