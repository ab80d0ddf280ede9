import { mostLevels } from '../domain/json.ts';

/** A place in a value: a chain of keys from the inside out. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly level: number;
  readonly outer: Place | undefined;
}

/** How many keys of a place are named. */
const mostKeys = 4;

/**
 * What in a value JSON cannot write again, with its place; undefined where there is nothing. Keeps
 * its own stack, since the value may be of any depth.
 */
export function flawOf(value: unknown): string | undefined {
  const left: Place[] = [{ value, key: '', level: 0, outer: undefined }];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    const held = place.value;
    if (typeof held === 'number' && !Number.isFinite(held)) {
      return `${pathOf(place)} is ${held}, which is no JSON`;
    }
    if (typeof held !== 'object' || held === null) continue;
    if (place.level >= mostLevels) {
      return `${pathOf(place)} is nested more than ${mostLevels} levels deep`;
    }
    for (const [key, inner] of Object.entries(held)) {
      left.push({ value: inner, key, level: place.level + 1, outer: place });
    }
  }
  return undefined;
}

function pathOf(place: Place): string {
  const keys: string[] = [];
  for (let at: Place | undefined = place; at?.outer !== undefined; at = at.outer) keys.push(at.key);
  const shown = keys.reverse().slice(0, mostKeys).join('.');
  return keys.length > mostKeys ? `${shown}…` : shown;
}
