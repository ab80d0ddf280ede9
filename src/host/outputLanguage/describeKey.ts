import { stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { oneLine } from '../words/plainText.ts';
import { agoText } from '../words/agoText.ts';
import type { KnownKey } from './knowledge.ts';
import { namesOf } from './missingKeys.ts';
import { listOf } from './schemasAt.ts';

/** A line about a key. The label is ours; the text is foreign and stays plain. */
export interface Line {
  readonly label?: string;
  readonly text: string;
}

// A hover is for a glance.
const valueLimit = 200;
const mostEarlier = 3;

/** Where a key comes from, in a few words, with the most useful source first. */
export function originText(known: KnownKey): string {
  const { readers, isRequired, sources, schemas, held, earlier } = known;
  if (readers.length > 0) return `read by ${oneLine(namesOf(readers), 80)}`;
  if (isRequired) return 'required by the schema';
  const [source] = sources;
  if (source !== undefined) return oneLine(source, 80);
  if (schemas.length > 0) return 'in the schema';
  if (held !== undefined) return 'held by the engine';
  return earlier.length === 0 ? '' : 'in earlier outputs';
}

/** All that is known about a key; empty when nothing is. `now` is in epoch milliseconds. */
export function describeKey(known: KnownKey, now: number): readonly Line[] {
  const { readers, sources, held, earlier } = known;
  const read = readers.map((name) => oneLine(name, 80)).join(', ');
  const schema = schemaText(known);
  const lines: readonly (Line | undefined)[] = [
    readers.length === 0 ? undefined : { label: 'Read by', text: read },
    sources.length === 0 ? undefined : { text: sentence(sources.join(', ')) },
    schema === '' ? undefined : { label: 'Schema', text: schema },
    ...descriptionsOf(known.schemas).map((text) => ({ text })),
    held === undefined ? undefined : { label: 'Held by the engine', text: valueText(held) },
    ...earlier.slice(0, mostEarlier).map(({ source, endedAt, value }) => ({
      label: 'Earlier',
      text: `${valueText(value)} (${[oneLine(source, 80), ...(endedAt === undefined ? [] : [agoText(endedAt, now)])].join(', ')})`,
    })),
  ];
  return lines.filter((line) => line !== undefined);
}

export function valueText(value: Json, limit = valueLimit): string {
  return oneLine(stringifyJson(value), limit);
}

function schemaText({ schemas, isRequired }: KnownKey): string {
  const types = new Set(schemas.flatMap(typesOf));
  const values = schemas
    .flatMap((schema) => listOf(schema['enum']))
    .map((one) => valueText(one, 40));
  return [
    ...(types.size === 0 ? [] : [[...types].join(' or ')]),
    ...(values.length === 0 ? [] : [`one of ${values.slice(0, 12).join(', ')}`]),
    ...(isRequired ? ['required'] : []),
  ].join(', ');
}

/** The types that a schema names directly. */
export function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  return (typeof type === 'string' ? [type] : listOf(type)).filter(
    (one) => typeof one === 'string',
  );
}

function descriptionsOf(schemas: readonly JsonObject[]): readonly string[] {
  return schemas
    .flatMap(({ title, description }) => [title, description])
    .filter((text) => typeof text === 'string')
    .map((text) => oneLine(text, 400))
    .filter((text) => text !== '');
}

function sentence(text: string): string {
  const line = oneLine(text, 160);
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`;
}
