import { isJsonObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';

/** The value at a path, with indexes for lists; undefined when there is none. */
export function valueAt(output: Output | Json, path: readonly string[]): Json | undefined {
  let at: Json | undefined = output;
  for (const segment of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(segment)];
    else if (isJsonObject(at) && Object.hasOwn(at, segment)) at = at[segment];
    else return undefined;
  }
  return at;
}
