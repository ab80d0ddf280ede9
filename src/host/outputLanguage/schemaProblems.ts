import type { Node } from 'jsonc-parser';
import { treeToJson } from '../../app/output/treeToJson.ts';
import { jsonEquals, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { listOf, objectOf, referred, stepInto } from './schemasAt.ts';
import { boundProblem } from './boundProblem.ts';

/** A value that does not fit its schema. Offsets are UTF-16 units. */
export interface SchemaProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

interface Check {
  readonly root: JsonObject;
  readonly text: string;
  /** The keys of the whole output that the engine already has and keeps. */
  readonly kept: readonly string[];
  /** What was found for a value and a schema, or is being looked for. */
  readonly known: Map<Node, Map<JsonObject, readonly SchemaProblem[]>>;
}

const deepest = 64;

/**
 * Checks an output against a JSON Schema, with the common keywords of draft 4 to 2020-12. VS Code's
 * own check ties a schema to file names, but here every task has a schema of its own. Other
 * keywords (formats, patterns, conditions, remote references) pass: a warning must never be wrong,
 * and a server's pattern could block the editor for minutes.
 */
export function schemaProblems(
  tree: Node,
  text: string,
  root: JsonObject,
  kept: readonly string[] = [],
): readonly SchemaProblem[] {
  const problems = problemsOf({ root, text, kept, known: new Map() }, tree, root, 0);
  const places = new Map(problems.map((one) => [`${one.offset} ${one.message}`, one]));
  return [...places.values()];
}

function problemsOf(
  check: Check,
  node: Node,
  schema: Json | undefined,
  depth: number,
): readonly SchemaProblem[] {
  if (schema === false) return [at(node, 'The schema allows nothing here.')];
  if (depth > deepest || typeof schema !== 'object' || schema === null) return [];
  const known = schema as JsonObject;
  const seen = check.known.get(node) ?? new Map<JsonObject, readonly SchemaProblem[]>();
  const before = seen.get(known);
  // A schema of a server may refer to itself in many ways, and following each would never end. One
  // problem is enough to tell that it does not fit; all of them stand in the list already.
  if (before !== undefined) return before.slice(0, 1);
  check.known.set(node, seen.set(known, []));
  const problems = problemsWith(check, node, known, depth);
  seen.set(known, problems);
  return problems;
}

function problemsWith(
  check: Check,
  node: Node,
  known: JsonObject,
  depth: number,
): readonly SchemaProblem[] {
  const within = (other: Json | undefined) => problemsOf(check, node, other, depth + 1);
  const mismatch = typeProblem(node, known['type']) ?? valueProblem(check, node, known);
  return [
    ...(mismatch === undefined ? [] : [at(node, mismatch)]),
    ...within(referred(known['$ref'], check.root)),
    ...listOf(known['allOf']).flatMap(within),
    ...oneFits(node, listOf(known['anyOf']).map(within)),
    ...oneFits(node, listOf(known['oneOf']).map(within)),
    ...requiredProblems(check, node, known),
    ...childProblems(check, node, known, depth),
  ];
}

function oneFits(
  node: Node,
  results: readonly (readonly SchemaProblem[])[],
): readonly SchemaProblem[] {
  if (results.length === 0 || results.some((problems) => problems.length === 0)) return [];
  // The problems of a single alternative tell more than the general sentence.
  const [only] = results;
  if (results.length === 1 && only !== undefined) return only;
  return [at(node, 'This fits none of the shapes that the schema allows.')];
}

function typeProblem(node: Node, type: Json | undefined): string | undefined {
  const types = (typeof type === 'string' ? [type] : listOf(type)).filter(
    (one) => typeof one === 'string',
  );
  if (types.length === 0 || types.some((one) => isOfType(node, one))) return undefined;
  return `The schema wants ${types.map(typeWord).join(' or ')} here, not ${typeWord(node.type)}.`;
}

function isOfType(node: Node, type: string): boolean {
  if (type !== 'integer') return node.type === type;
  // JSON Schema takes 1.0 for an integer. Beyond 2^53, JavaScript takes every number for one.
  return node.type === 'number' && Number.isInteger(node.value);
}

function typeWord(type: string): string {
  if (type === 'null') return 'null';
  const word = type === 'array' ? 'list' : type === 'string' ? 'text' : type;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

function valueProblem({ text }: Check, node: Node, schema: JsonObject): string | undefined {
  const value = treeToJson(node, text);
  const allowed = schema['const'] === undefined ? schema['enum'] : [schema['const']];
  if (Array.isArray(allowed)) {
    const values = allowed as readonly Json[];
    if (!values.some((one) => jsonEquals(one, value))) {
      return `The schema allows ${values.map((one) => stringifyJson(one)).join(', ')} here.`;
    }
  }
  return boundProblem(value, schema);
}

function requiredProblems(check: Check, node: Node, schema: JsonObject): readonly SchemaProblem[] {
  if (node.type !== 'object') return [];
  const keys = (node.children ?? []).map(({ children }) => String(children?.[0]?.value));
  const present = new Set([...keys, ...(node.parent === undefined ? check.kept : [])]);
  return listOf(schema['required'])
    .filter((key) => typeof key === 'string' && !present.has(key))
    .map((key) => ({
      message: `The schema requires the key ${stringifyJson(key)}.`,
      offset: node.offset,
      length: 1,
    }));
}

function childProblems(
  check: Check,
  node: Node,
  schema: JsonObject,
  depth: number,
): readonly SchemaProblem[] {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.flatMap((child, index) =>
      stepInto(schema, String(index)).flatMap((one) => problemsOf(check, child, one, depth + 1)),
    );
  }
  if (node.type !== 'object') return [];
  return children.flatMap(({ children: pair }) => {
    const [key, value] = pair ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const schemas = propertySchemas(schema, name);
    if (schemas.includes(false)) {
      return [at(key, `The schema knows no key ${JSON.stringify(name)} here.`)];
    }
    return schemas.flatMap((one) => problemsOf(check, value, one, depth + 1));
  });
}

// Unlike in a list, a numeric key is an ordinary key here.
function propertySchemas(schema: JsonObject, name: string): readonly Json[] {
  const properties = objectOf(schema['properties']);
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  // Patterns are not evaluated, so with patterns every other key passes.
  const rest = schema['patternProperties'] === undefined ? schema['additionalProperties'] : true;
  const found = own ?? rest;
  return found === undefined ? [] : [found];
}

/** A list or an object may have many lines, so its opening bracket stands for it. */
function at({ offset, length, type }: Node, message: string): SchemaProblem {
  const isContainer = type === 'object' || type === 'array';
  return { message, offset, length: isContainer ? 1 : length };
}
