import { isJsonObject, jsonEquals } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

/** Equal for a person: an engine may show "nothing yet" as an absent or as an empty output. */
export function sameOutput(a: Output, b: Output): boolean {
  return jsonEquals(a ?? {}, b ?? {}) || (isBlank(a) && isBlank(b));
}

function isBlank(output: Output): boolean {
  if (isJsonObject(output)) return Object.keys(output).length === 0;
  return output === undefined || output === '';
}
