import { isJsonObject, mergeShallow } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';
import type { OutputChange } from '../../domain/update.ts';

/** What the engine will hold as output after the change, as far as that is known beforehand. */
export function mergedOutput(held: Output, change: OutputChange | undefined): Output {
  if (change === undefined) return held;
  if (change.kind === 'text') return change.text;
  if (change.mode === 'replace' || !isJsonObject(held)) return change.value;
  return mergeShallow(held, change.value);
}
