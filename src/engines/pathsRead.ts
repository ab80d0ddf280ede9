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

// No output is that deep; a hostile definition may be.
const deepest = 50;

const key = /^(?:\.([^.[\]()*\s]+)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\])/;

/**
 * The keys at the start of the rest of an expression. `step` matches one key at the start and
 * captures it plain, in single or in double quotes. A method call such as indexOf() is no key.
 */
export function keysAlong(rest: string, step: RegExp): OutputPath {
  const keys: string[] = [];
  let behind = rest;
  while (keys.length < deepest) {
    const [whole, plain, single, double] = step.exec(behind) ?? [];
    if (whole === undefined) break;
    behind = behind.slice(whole.length);
    if (behind.startsWith('(')) break;
    keys.push(plain ?? single ?? double ?? '');
  }
  return keys;
}

function referencesIn(value: Json): readonly string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(/\$\{([^{}]+)\}/g)].map((match) => (match[1] ?? '').trim());
  }
  if (Array.isArray(value)) return value.flatMap((item: Json) => referencesIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}
