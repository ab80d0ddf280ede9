import { jsonEquals } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { oneLine } from '../words/plainText.ts';
import { typesOf } from './describeKey.ts';
import { keyAt } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { listOf } from './schemasAt.ts';

/** A value for completion. */
export interface ValueSuggestion {
  readonly value: Json;
  /** Where the value comes from, in a few words. */
  readonly origin: string;
}

// More than a person looks through; a schema may allow thousands.
const most = 200;

/** The values for a path: those of the schema, then those of earlier outputs. */
export function valueSuggestions(
  knowledge: Knowledge,
  path: readonly string[],
): readonly ValueSuggestion[] {
  const { schemas, held, earlier } = keyAt(knowledge, path);
  const found: readonly ValueSuggestion[] = [
    ...schemas.flatMap(namedValues),
    ...(held === undefined ? [] : [{ value: held, origin: 'held by the engine' }]),
    ...earlier.map(({ value, source }) => ({ value, origin: oneLine(source, 80) })),
    ...schemas.flatMap(typedValues),
    // After one boolean value, the other one is as likely.
    ...([held, ...earlier.map(({ value }) => value)].some((one) => typeof one === 'boolean')
      ? truthValues('')
      : []),
  ];
  const first = found.slice(0, most);
  return first.filter(
    ({ value }, index) => first.findIndex((other) => jsonEquals(other.value, value)) === index,
  );
}

function namedValues(schema: JsonObject): readonly ValueSuggestion[] {
  const { default: standard, const: only } = schema;
  return [
    ...(only === undefined ? [] : [{ value: only, origin: 'the only one that the schema allows' }]),
    ...(standard === undefined ? [] : [{ value: standard, origin: 'default of the schema' }]),
    ...listOf(schema['enum']).map((value) => ({ value, origin: 'allowed by the schema' })),
    ...listOf(schema['examples']).map((value) => ({ value, origin: 'example of the schema' })),
  ];
}

function typedValues(schema: JsonObject): readonly ValueSuggestion[] {
  const types = typesOf(schema);
  return [
    ...(types.includes('boolean') ? truthValues('in the schema') : []),
    ...(types.includes('null') ? [{ value: null, origin: 'in the schema' }] : []),
  ];
}

function truthValues(origin: string): readonly ValueSuggestion[] {
  return [
    { value: true, origin },
    { value: false, origin },
  ];
}
