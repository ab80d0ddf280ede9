import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputHints } from '../../../../src/domain/engine.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { OutputMode } from '../../../../src/domain/taskUpdate.ts';
import { outputFindings } from '../../../../src/host/outputLanguage/outputFindings.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { parseTree } from 'jsonc-parser';
import { schemaProblems } from '../../../../src/host/outputLanguage/schemaProblems.ts';
import { schemasAt } from '../../../../src/host/outputLanguage/schemasAt.ts';
import { parseJson } from '../../../../src/domain/json.ts';

interface Scene {
  readonly hints?: OutputHints;
  readonly task?: Partial<Task>;
  readonly mode?: OutputMode;
  readonly isSyntaxMarked?: boolean;
}

/** Each finding as the marked text and its message. */
function found(text: string, { hints, task, mode, isSyntaxMarked = true }: Scene = {}) {
  return outputFindings({
    text,
    task: { ...fakeTask, ...task },
    hints: hints ?? { keys: [], earlier: [] },
    mode,
    isSyntaxMarked,
  }).map(({ offset, length, message, severity }) => [
    text.slice(offset, offset + length),
    message,
    severity,
  ]);
}

const reads: OutputHints = {
  keys: [
    { path: ['approval', 'by'], source: 'read by ship_order' },
    { path: ['rate'], source: 'read by a, read by b' },
    { path: ['told'], source: 'promised by the task definition' },
  ],
  earlier: [],
};
const withSchema = (schema: JsonObject, isEnforced = false): OutputHints => ({
  keys: [],
  earlier: [],
  schema,
  ...(isEnforced ? { isSchemaEnforced: true } : {}),
});

test('what is no JSON is marked once, by VS Code or by us', () => {
  assert.deepEqual(found('{ "a": }'), []);
  assert.equal(found('{ "a": }', { isSyntaxMarked: false }).length, 1);
  assert.match(String(found('[1]')[0]?.[1]), /must be a JSON object/);
});

test('keys that later tasks read and that will be missing are warned of', () => {
  assert.deepEqual(found('{}', { hints: reads }), [
    ['{}', 'ship_order reads approval.by: it will be null.', 'warning'],
    ['{}', 'a and b read rate: it will be null.', 'warning'],
  ]);
  assert.deepEqual(found('{ "rate": null, "approval": { "on": 1 } }', { hints: reads }), [
    ['"approval"', 'ship_order reads approval.by: it will be null.', 'warning'],
  ]);
  assert.deepEqual(found('', { hints: reads }), []);
});

test('what the engine holds and keeps is not missing; what is replaced is', () => {
  const task = { output: { rate: 1, approval: { by: 'x' } } };

  assert.deepEqual(found('{ "a": 1 }', { hints: reads, task }), []);
  assert.equal(found('{ "a": 1 }', { hints: reads, task, mode: 'replace' }).length, 2);
  const hidden = { isOutputHidden: true, output: undefined } as const;
  assert.deepEqual(found('{ "a": 1 }', { hints: reads, task: hidden }), []);
});

test('what the schema does not allow is marked where it stands', () => {
  const hints = withSchema({
    type: 'object',
    required: ['decision', 'rate'],
    additionalProperties: false,
    properties: {
      decision: { enum: ['approve', 'reject'] },
      rate: { type: 'number', minimum: 0 },
      count: { type: 'integer' },
      lines: { type: 'array', items: { type: 'object', required: ['sku'] } },
      who: { anyOf: [{ type: 'string', minLength: 2 }, { $ref: '#/$defs/person' }] },
    },
    $defs: { person: { type: 'object', required: ['name'] } },
  });
  const messages = (text: string, scene: Scene = {}) =>
    found(text, { hints, ...scene }).map(([marked, message]) => `${marked} ${message}`);

  assert.deepEqual(messages('{ "decision": "approve", "rate": 1 }'), []);
  assert.deepEqual(messages('{ "decision": "maybe", "rate": "1" }'), [
    '"maybe" The schema allows "approve", "reject" here.',
    '"1" The schema wants a number here, not a text.',
  ]);
  assert.deepEqual(messages('{ "rate": -1, "decisoin": 1 }'), [
    '{ The schema requires the key "decision".',
    '-1 The schema wants at least 0 here.',
    '"decisoin" The schema knows no key "decisoin" here.',
  ]);
  assert.deepEqual(messages('{ "rate": 1, "lines": [{ "sku": 1 }, {}] }', { task: held }), [
    '{ The schema requires the key "sku".',
  ]);
  assert.deepEqual(messages('{ "rate": 1, "who": { "name": 1 } }', { task: held }), []);
  assert.deepEqual(messages('{ "rate": 1, "who": "x" }', { task: held }), [
    '"x" This fits none of the shapes that the schema allows.',
  ]);
  assert.deepEqual(messages('{ "rate": 1, "count": 12345678901234567890 }', { task: held }), []);
  assert.deepEqual(messages('{ "rate": 1, "count": 1.5 }', { task: held }), [
    '1.5 The schema wants an integer here, not a number.',
  ]);
});

const held = { output: { decision: 'approve' } };

test('a schema that the engine enforces makes errors of it', () => {
  const schema = { properties: { a: { type: 'string' } } };

  assert.equal(found('{"a":1}', { hints: withSchema(schema) })[0]?.[2], 'warning');
  assert.equal(found('{"a":1}', { hints: withSchema(schema, true) })[0]?.[2], 'error');
});

test('a schema that refers to itself, to the network or to nothing does no harm', () => {
  const schema = {
    properties: {
      next: { $ref: '#' },
      far: { $ref: 'https://schemas.example/far.json' },
      lost: { $ref: '#/$defs/none' },
    },
    allOf: [{ $ref: '#' }],
  };

  assert.deepEqual(
    found('{ "next": { "next": {} }, "far": 1, "lost": 1 }', {
      hints: withSchema(schema),
    }),
    [],
  );
});

test('a schema that refers to itself in many ways is followed once', () => {
  const many = Array.from({ length: 20 }, () => ({ $ref: '#' }));
  const root = { allOf: many, anyOf: many, properties: { a: { $ref: '#' } }, required: ['b'] };
  const text = '{"a": {"a": {}}}';
  const tree = parseTree(text);
  assert.ok(tree !== undefined);

  assert.ok(schemasAt(root, ['a', 'a']).length < 50);
  assert.deepEqual(
    schemaProblems(tree, text, root).map(({ offset, message }) => `${offset} ${message}`),
    [0, 6, 12].map((offset) => `${offset} The schema requires the key "b".`),
  );
});

test('a number beyond any double is compared with the bounds of a schema', () => {
  const text = '{"n": 1e400}';
  const tree = parseTree(text);
  assert.ok(tree !== undefined);
  const root = parseJson('{"properties":{"n":{"maximum":1e300}}}') as JsonObject;

  assert.equal(schemaProblems(tree, text, root).length, 1);
});
