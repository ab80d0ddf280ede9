import type { DefinedTask } from '../wire/definedTask.ts';
import { pathsRead } from '../../pathsRead.ts';

/**
 * The keys of a task's output that other tasks of the definition read, as in
 * `${approve.output.rows}`: probably the keys that a person will enter.
 */
export function outputKeysRead(
  externalId: string,
  tasks: readonly DefinedTask[],
): readonly string[] {
  const paths = tasks.flatMap((task) => pathsRead(task.parameters, externalId));
  return [...new Set(paths.flatMap(([key = '']) => key))];
}
