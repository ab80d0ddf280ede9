import type { JsonObject } from '../../json.ts';

/** A task of a definition in a seed: its name is its reference name unless it says otherwise. */
export function taskOf(type: string, name: string, more: JsonObject = {}): JsonObject {
  return { name, taskReferenceName: name, type, ...more };
}
