import { isJsonObject, jsonEquals } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { Output, Task } from '../../domain/task.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';
import { sameOutput } from './sameOutput.ts';

/**
 * Would the output overwrite a change that somebody else made since the person looked? A merge
 * touches only its own keys. A replacement and a text touch everything.
 */
export function overwritesChange(
  base: Task,
  fresh: Task,
  change: OutputChange | undefined,
): boolean {
  if (change === undefined || sameOutput(base.output, fresh.output)) return false;
  if (change.kind === 'text') return change.text !== (fresh.output ?? '');
  if (change.mode === 'replace') return !sameOutput(change.value, fresh.output);
  return Object.entries(change.value).some(([key, value]) => {
    const [before, now] = [held(base.output, key), held(fresh.output, key)];
    return !jsonEquals(before, now) && !jsonEquals(value, now);
  });
}

function held(output: Output, key: string): Json | undefined {
  return isJsonObject(output) && Object.hasOwn(output, key) ? output[key] : undefined;
}
