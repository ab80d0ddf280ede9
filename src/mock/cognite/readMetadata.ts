import type { JsonObject } from '../json.ts';
import { badRequest } from './apiError.ts';
import { optionalObject } from './apiRequest.ts';

const most = { pairs: 10, key: 32, value: 255 } as const;

/** The metadata of a run. @throws {ApiError} 400 beyond the limits of the specification */
export function readMetadata(body: JsonObject): JsonObject {
  const metadata = optionalObject(body, 'metadata') ?? {};
  const pairs = Object.entries(metadata);
  if (pairs.length > most.pairs) {
    throw badRequest(`metadata must hold at most ${most.pairs} pairs.`);
  }
  for (const [key, value] of pairs) {
    if (key.length > most.key) {
      throw badRequest(`A key of metadata must have at most ${most.key} characters.`);
    }
    if (typeof value !== 'string' || value.length > most.value) {
      throw badRequest(`metadata.${key} must be a text of at most ${most.value} characters.`);
    }
  }
  return metadata;
}
