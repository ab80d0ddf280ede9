import * as fc from 'fast-check';
import { isJsonObject, parseJson, stringifyJson } from '../../../src/domain/json.ts';
import type { Json } from '../../../src/domain/json.ts';
import { oddJson } from './oddJson.ts';

type Holder = Json[] | { [key: string]: Json };
type Place = readonly [holder: Holder, key: string];

/** One change of any part of a value. */
export interface Change {
  readonly at: number;
  readonly kind: 'replace' | 'delete' | 'double' | 'rename';
  readonly value: Json;
}

export function changes(most = 3): fc.Arbitrary<readonly Change[]> {
  const change = fc.record({
    at: fc.nat(100_000),
    kind: fc.constantFrom('replace', 'replace', 'delete', 'double', 'rename'),
    value: oddJson,
  });
  return fc.array(change, { maxLength: most }) as fc.Arbitrary<readonly Change[]>;
}

/** One of these values, with some of its parts replaced, left out, doubled or renamed. */
export function mutated(values: readonly Json[], most = 3): fc.Arbitrary<Json> {
  const texts = values.map((value) => stringifyJson(value));
  return fc
    .tuple(fc.constantFrom(...texts), changes(most))
    .map(([text, all]) => changed(text, all));
}

/** The value of a JSON text after the changes. */
export function changed(text: string, all: readonly Change[]): Json {
  const root = { value: parseJson(text) };
  for (const { at, kind, value } of all) {
    const places = placesIn(root);
    const place = places[at % places.length];
    // A copy: the next change must not reach into the generated value.
    if (place !== undefined) apply(place, kind, parseJson(stringifyJson(value)));
  }
  return root.value;
}

function apply([holder, key]: Place, kind: Change['kind'], value: Json): void {
  const isList = Array.isArray(holder);
  const record = holder as { [key: string]: Json };
  const before = record[key] ?? null;
  if (kind === 'delete' && isList) holder.splice(Number(key), 1);
  else if (kind === 'delete' && key !== 'value') delete record[key];
  else if (kind === 'double' && isList) holder.push(parseJson(stringifyJson(before)));
  else if (kind === 'rename' && !isList && key !== 'value') {
    delete record[key];
    define(record, '__proto__', before);
  } else define(record, key, value);
}

function define(record: { [key: string]: Json }, key: string, value: Json): void {
  const asData = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(record, key, { value, ...asData });
}

function placesIn(value: unknown, found: Place[] = []): readonly Place[] {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      found.push([value as Json[], String(index)]);
      placesIn(item, found);
    }
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      found.push([value, key]);
      placesIn(item, found);
    }
  }
  return found;
}
