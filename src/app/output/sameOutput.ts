import { isJsonObject, jsonEquals } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

/** Equal to a person's eye: engines show a missing output as absent or as empty. */
export function sameOutput(a: Output, b: Output): boolean {
  return jsonEquals(a ?? {}, b ?? {}) || (isBlank(a) && isBlank(b));
}

function isBlank(output: Output): boolean {
  if (isJsonObject(output)) return Object.keys(output).length === 0;
  return output === undefined || output === '';
}
