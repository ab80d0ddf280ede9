import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { fillText } from '../../src/app/output/fillText.ts';
import { formatOutput } from '../../src/app/output/formatOutput.ts';
import { parseOutput } from '../../src/app/output/parseOutput.ts';
import { readJson } from '../../src/app/output/readJson.ts';
import { stringifyJson, utf8Bytes } from '../../src/domain/json.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { OutputOption } from '../../src/domain/taskUpdate.ts';
import { cursorContextAt } from '../../src/host/outputLanguage/cursorContext.ts';
import { knowledgeOf, noHints } from '../../src/host/outputLanguage/knowledge.ts';
import { keySuggestions } from '../../src/host/outputLanguage/keySuggestions.ts';
import { schemaProblems } from '../../src/host/outputLanguage/schemaProblems.ts';
import { valueSuggestions } from '../../src/host/outputLanguage/valueSuggestions.ts';
import { pathsRead } from '../../src/engines/pathsRead.ts';
import { loopPathsRead } from '../../src/engines/conductor/read/loopPathsRead.ts';
import { fakeTask } from '../support/fakeTask.ts';
import { mutated } from './arbitraries/mutated.ts';
import { oddJson, oddObject } from './arbitraries/oddJson.ts';
import { garbled, oddText, repeated, textOf } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const object: OutputOption = { kind: 'object', modes: ['merge'], limitBytes: 1e6 };
const plain: OutputOption = { kind: 'text', modes: [], limitBytes: 1e6 };
const words = [
  '{',
  '}',
  '[',
  ']',
  '"a"',
  ':',
  ',',
  '1.10',
  'null',
  '"',
  '// x\n',
  '/* , */',
  '\n',
  '\ufeff',
];
const typed = fc.oneof(
  oddObject.chain((value) => garbled([stringifyJson(value, 2)])),
  textOf(words, 14),
);
const note = fc.constantFrom('', ' ', '\n', '// a "b" {\n', '/* } , */', '\r\n\t');

/** JSON as people write it: with comments between its parts, and commas at the end. */
function written(value: Json, blank: string): string {
  if (Array.isArray(value))
    return `[${value.map((one: Json) => blank + written(one, blank) + blank).join(',')}${value.length > 0 ? `,${blank}` : blank}]`;
  if (
    typeof value !== 'object' ||
    value === null ||
    !(Object.getPrototypeOf(value) === Object.prototype)
  )
    return stringifyJson(value);
  const entries = Object.entries(value as JsonObject);
  const parts = entries.map(
    ([key, one]) => `${blank}${JSON.stringify(key)}${blank}:${blank}${written(one, blank)}${blank}`,
  );
  return `{${parts.join(',')}${parts.length > 0 ? `,${blank}` : blank}}`;
}

const schemas: readonly Json[] = [
  {
    type: 'object',
    required: ['a', 'b'],
    properties: {
      a: { type: ['string', 'null'], enum: ['x', 'y', null], description: 'd', default: 'x' },
      b: { $ref: '#/$defs/n' },
      c: { type: 'array', items: { anyOf: [{ type: 'integer', minimum: 1 }, { $ref: '#' }] } },
    },
    additionalProperties: false,
    $defs: {
      n: {
        allOf: [{ type: 'number' }, { $ref: '#/$defs/n' }],
        oneOf: [{ $ref: '#/$defs/n' }, { $ref: '#' }],
      },
    },
  },
  { allOf: [{ $ref: '#' }, { $ref: '#' }, { properties: { a: { $ref: '#' } } }] },
];

function lineOf(read: ReturnType<typeof readJson>): number {
  return read.kind === 'bad' ? read.line : 1;
}

export const outputs = [
  fuzz(
    'outputs: any text is an output, or has a problem in it',
    typed,
    (text) => {
      for (const option of [object, plain]) {
        const parsed = parseOutput(text, option);
        const problems = parsed.kind === 'ok' ? parsed.warnings : parsed.problems;
        assert.ok(parsed.kind === 'ok' || problems.length > 0);
        for (const { offset, length, message } of problems) {
          assert.ok(
            offset >= 0 && length >= 0 && offset <= text.length && message.endsWith('.'),
            message,
          );
        }
        if (parsed.kind === 'bad' || parsed.output?.kind !== 'object') continue;
        assert.equal(parsed.bytes, utf8Bytes(stringifyJson(parsed.output.value)));
      }
      const lines = text.split('\n').length;
      const line = lineOf(readJson(text));
      assert.ok(line >= 1 && line <= lines);
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['{"a":"', '"}'],
          ['{', '}'],
          ['{"a":[', ']}'],
          ['/*', '*/'],
        ],
        run: (text) => parseOutput(text, object),
      },
    },
  ),
  fuzz(
    'outputs: comments and commas change nothing, and every digit is there',
    fc.tuple(oddObject, note),
    ([value, blank]) => {
      const text = written(value, blank);
      const parsed = parseOutput(text, object);
      assert.ok(parsed.kind === 'ok' && parsed.output?.kind === 'object', text);
      assert.equal(stringifyJson(parsed.output.value), stringifyJson(value));
      const again = parseOutput(formatOutput(value), object);
      assert.ok(again.kind === 'ok' && again.output?.kind === 'object');
      assert.equal(stringifyJson(again.output.value), stringifyJson(value));
    },
  ),
  fuzz(
    'outputs: filled in from elsewhere, the value is the same',
    fc.tuple(oddJson, typed),
    ([value, text]) => {
      const json = stringifyJson(value);
      const filled = fillText(json, object, 'The file');
      const now = filled.kind === 'ok' ? filled.text : (filled.wrapped?.text ?? '');
      const read = readJson(now);
      assert.ok(read.kind === 'json', now);
      const expected = filled.kind === 'ok' ? json : stringifyJson({ value });
      assert.equal(stringifyJson(read.value), expected);
      const other = fillText(text, object, 'The file');
      if (other.kind === 'ok') assert.equal(parseOutput(other.text, object).kind, 'ok');
      else assert.match(other.message, /\.$|[^.]$/);
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['{"a":"', '"}'],
          ['[', ']'],
        ],
        run: (text) => fillText(text, object, 'x'),
      },
    },
  ),
  fuzz(
    'output language: the cursor may stand anywhere',
    fc.tuple(typed, fc.nat(60), oddObject),
    ([text, at, held]) => {
      const offset = at % (text.length + 1);
      const context = cursorContextAt(text, offset);
      if (context === undefined) return;
      assert.ok(context.start <= offset && context.end >= offset && context.end <= text.length);
      const knowledge = knowledgeOf({ ...fakeTask, output: held }, noHints);
      if (context.kind === 'key') keySuggestions(knowledge, context);
      else valueSuggestions(knowledge, context.path);
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['{"a":"', '"}'],
          ['{', '}'],
          ['/*', ''],
        ],
        run: (text) => cursorContextAt(text, text.length),
      },
    },
  ),
  fuzz(
    'schemas: any schema of a server ends, and marks places of the text',
    fc.tuple(mutated(schemas, 2), oddObject, fc.oneof(oddText, fc.constantFrom('a', 'c'))),
    ([schema, value, key]) => {
      const root = schema as JsonObject;
      const text = stringifyJson({ a: 'x', b: 1, c: [value, 0], ...value }, 2);
      const tree = parseTree(text);
      assert.ok(tree !== undefined);
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
      for (const { offset, length } of schemaProblems(tree, text, root))
        assert.ok(offset + length <= text.length);
      const knowledge = knowledgeOf(fakeTask, { keys: [], earlier: [], schema: root });
      const context = cursorContextAt(text, 1);
      if (context?.kind === 'key') keySuggestions(knowledge, context);
      valueSuggestions(knowledge, [key, '0', key]);
    },
  ),
  fuzz(
    'references: the keys that expressions read',
    fc.tuple(textOf(['${', '}', 'a.output', '.b', "['c']", '[0]', '$.a', '(', ')']), oddJson),
    ([text, value]) => {
      for (const path of [
        ...pathsRead([text, value], 'a'),
        ...loopPathsRead({ loopCondition: text }, 'a'),
      ]) {
        assert.ok(
          path.length > 0 &&
            path.every((key) => text.includes(key) || stringifyJson(value).includes(key)),
        );
      }
    },
    {
      growth: {
        pieces: [...repeated, '${a.output.b}', '.b', "['b']"],
        frames: [
          ['', ''],
          ['${a.output', '}'],
          ['$.a', ''],
        ],
        run: (text) => [pathsRead(text, 'a'), loopPathsRead({ loopCondition: text }, 'a')],
      },
    },
  ),
];
