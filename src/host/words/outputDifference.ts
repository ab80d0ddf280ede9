import { isJsonObject, jsonEquals } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

export interface OutputDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two object outputs by their top-level keys; undefined when either is text. */
export function outputDifference(before: Output, after: Output): OutputDifference | undefined {
  const from = before ?? {};
  const to = after ?? {};
  if (!isJsonObject(from) || !isJsonObject(to)) return undefined;
  return {
    added: Object.keys(to).filter((key) => !Object.hasOwn(from, key)),
    changed: Object.keys(to).filter(
      (key) => Object.hasOwn(from, key) && !jsonEquals(from[key], to[key]),
    ),
    removed: Object.keys(from).filter((key) => !Object.hasOwn(to, key)),
  };
}
