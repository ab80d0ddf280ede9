import { isJsonObject, mergeShallow } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';

/** The output that the engine will hold after the change, as far as we can predict it. */
export function mergedOutput(held: Output, change: OutputChange | undefined): Output {
  if (change === undefined) return held;
  if (change.kind === 'text') return change.text;
  if (change.mode === 'replace' || !isJsonObject(held)) return change.value;
  return mergeShallow(held, change.value);
}
