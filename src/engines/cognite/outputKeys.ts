import { isJsonObject, type Json } from '../../domain/json.ts';
import type { DefinedTask } from './definedTasks.ts';

/**
 * The keys of a task's output that other tasks of the definition read, as in
 * `${approve.output.rows}`: what a person who completes it will want to hand in.
 */
export function outputKeysRead(
  externalId: string,
  tasks: readonly DefinedTask[],
): readonly string[] {
  const start = `${externalId}.output.`;
  const keys = tasks
    .flatMap((task) => referencesIn(task.parameters))
    .filter((reference) => reference.startsWith(start))
    .map((reference) => reference.slice(start.length).split(/[.[]/, 1)[0] ?? '');
  return [...new Set(keys)].filter((key) => key !== '');
}

function referencesIn(value: Json): readonly string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(/\$\{([^}]+)\}/g)].map((match) => (match[1] ?? '').trim());
  }
  if (Array.isArray(value)) return value.flatMap((item: Json) => referencesIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}
