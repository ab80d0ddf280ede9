import { isJsonObject, type Json } from '../domain/json.ts';

/** Keys from the top of an output: `['approval', 'by']`. */
export type OutputPath = readonly string[];

/**
 * The places in a task's output that the references in a value read: `${review.output.a.b}` is
 * `['a', 'b']`. A path ends at what is no key: an index, a wildcard, a function.
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
 * The keys with which an expression goes on: `step` matches one at its beginning, and captures it
 * plain or in either kind of quotes. A call, such as that of indexOf, is no key.
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
