import type { JsonObject } from '../../json.ts';

/**
 * A task in a definition of a seed. Its name is also its reference name, unless `more` sets one.
 */
export function taskOf(type: string, name: string, more: JsonObject = {}): JsonObject {
  return { name, taskReferenceName: name, type, ...more };
}
