import { isJsonObject, type Json } from '../domain/json.ts';

/** Keys from the top of an output: `['approval', 'by']`. */
export type OutputPath = readonly string[];

/**
 * The paths of a task's output that references in a value read: `${review.output.a.b}` is `['a',
 * 'b']`. A path ends before an index, a wildcard or a function.
 */
export function pathsRead(value: Json, task: string): readonly OutputPath[] {
  const start = `${task}.output`;
  return referencesIn(value)
    .filter((reference) => reference.startsWith(start))
    .map((reference) => keysAlong(reference.slice(start.length), key))
    .filter((path) => path.length > 0);
}

const key = /^(?:\.([^.[\]()*\s]+)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\])/;

/**
 * The keys at the start of the rest of an expression. `step` matches one key at the start and
 * captures it plain, in single or in double quotes. A method call such as indexOf() is no key.
 */
export function keysAlong(rest: string, step: RegExp): OutputPath {
  const found = step.exec(rest);
  if (found === null) return [];
  const [whole, plain, single, double] = found;
  const behind = rest.slice(whole.length);
  if (behind.startsWith('(')) return [];
  return [plain ?? single ?? double ?? '', ...keysAlong(behind, step)];
}

function referencesIn(value: Json): readonly string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(/\$\{([^}]+)\}/g)].map((match) => (match[1] ?? '').trim());
  }
  if (Array.isArray(value)) return value.flatMap((item: Json) => referencesIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}
