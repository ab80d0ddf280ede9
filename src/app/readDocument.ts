import { isJsonObject, parseJson } from '../domain/json.ts';
import type { JsonObject } from '../domain/json.ts';

/** A stored document. Undefined unless it is a JSON object: a stored file may be torn or edited. */
export function readDocument(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    // A torn file is skipped: it must not hide all others.
    return undefined;
  }
}

/** Older versions stored `base` under the key `seen`; both are read. */
export function withBase(document: JsonObject): JsonObject {
  const { seen, ...rest } = document;
  return seen === undefined ? document : { base: seen, ...rest };
}

export function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

export function isTaskRef(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value['connection'] === 'string' &&
    typeof value['workflow'] === 'string' &&
    typeof value['task'] === 'string' &&
    isTextOrAbsent(value['execution'])
  );
}
