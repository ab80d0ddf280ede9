import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

/** Whether the alternatives (anyOf, oneOf) of a schema count too. */
export type Reach = 'always' | 'possibly';

/**
 * The schemas for the value at a path; several when schemas are combined. References are followed
 * within the schema only, never over the network.
 */
export function schemasAt(
  root: JsonObject | undefined,
  path: readonly string[],
  reach: Reach = 'possibly',
): readonly JsonObject[] {
  if (root === undefined) return [];
  return path.reduce<readonly JsonObject[]>(
    (schemas, segment) =>
      spread(
        schemas.flatMap((schema) => stepInto(schema, segment)),
        root,
        reach,
      ),
    spread([root], root, reach),
  );
}

/**
 * These schemas and all that apply together with them, with references followed. Each once: a
 * schema of a server may refer to itself in many ways, and following each would never end.
 */
function spread(schemas: readonly Json[], root: JsonObject, reach: Reach): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const open: (Json | undefined)[] = [...schemas].toReversed();
  while (open.length > 0) {
    const schema = open.pop();
    if (!isJsonObject(schema) || found.has(schema)) continue;
    found.add(schema);
    const more = [
      referred(schema['$ref'], root),
      ...listOf(schema['allOf']),
      ...(reach === 'possibly' ? [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])] : []),
    ];
    for (const other of more.toReversed()) open.push(other);
  }
  return [...found];
}

/** The schema that the pointer of a `$ref` names in the same document. */
export function referred(pointer: Json | undefined, root: JsonObject): Json | undefined {
  if (typeof pointer !== 'string' || !pointer.startsWith('#')) return undefined;
  const segments = pointer.slice(1).split('/').slice(1);
  return segments.reduce<Json | undefined>((at, segment) => {
    const key = decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    return isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, root);
}

/** The schemas for an object's key or a list's index; empty when there are none. */
export function stepInto(schema: JsonObject, segment: string): readonly Json[] {
  const properties = objectOf(schema['properties']);
  if (Object.hasOwn(properties, segment)) return present(properties[segment]);
  if (!/^\d+$/.test(segment)) return present(schema['additionalProperties']);
  const { items } = schema;
  const places = listOf(schema['prefixItems'] ?? (Array.isArray(items) ? items : undefined));
  const place = places[Number(segment)];
  return present(place ?? (Array.isArray(items) ? schema['additionalItems'] : items));
}

export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function present(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
