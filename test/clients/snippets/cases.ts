import { strict as assert } from 'node:assert';

import { isJsonObject, type JsonObject, parseJson } from '../../../src/domain/json.ts';
import type { OutputChange, TaskUpdate } from '../../../src/domain/taskUpdate.ts';

/** An update that is copied as code. */
export interface Case {
  readonly what: string;
  /** The task's name; absent where the engine has none. */
  readonly name?: string;
  /** An id of our own. No server has such a task, but the request must still arrive. */
  readonly id?: string;
  /** A path prefix of the server, where the mock has nothing, with the connection's details. */
  readonly behind?: string;
  readonly details?: Readonly<Record<string, string>>;
  /**
   * True where the update is sent by name; only newer Conductor servers answer it with the
   * workflow.
   */
  readonly isByName?: true;
  readonly update: TaskUpdate;
}

const hostileText = [
  'it\'s "so" `id` $(rm -rf x) ${HOME} $HOME %s %d %n {{x}} #{x} \\ \\\\ \\n \\u0041 \\" \\\'',
  'two\r\nlines\tand </script><!-- /* */ // -- ; # *?[a] ~ ! & | > <',
  '👩‍🚀 é e\u0301 ß İ 日本 \u202e\u2028\u2029\ufeff\u00a0\u200b\u0000\u0007\u007f\u0085\u{10ffff}',
].join('\n');

const hostileObject: JsonObject = {
  ...object(
    '{"n":12345678901234567890,"neg":-98765432109876543210,"f":1.50,"small":1e-7,"__proto__":{"a":1}}',
  ),
  text: hostileText,
  [hostileText]: [null, true, false, {}, [], '', { '': [[0, -1, 2_147_483_648]] }],
  constructor: 'c',
  toString: 'None null nil undefined NaN',
};

// Numbers with more digits than a double holds, or beyond its range.
const exactNumbers = object(
  '{"pi":3.14159265358979323846264338327950288,"zero":-0.0,"e":1.5E+3,"d":0.1,"long":123456789012345678901234567890.5}',
);

/**
 * Longer than a shell's argument, and longer than a Java constant except for CDF, whose limit is
 * lower.
 */
const long = longText(9000);
const lessLong = longText(4000);

const strange = 'a/b\\c %2F ?#&+= \'"`$(rm -rf x)${x} ä😀\u202e</script>';

const hostileName = 'it\'s "two" ${x} $(rm) `id` ä😀 ?#&+=*!~()<i> \u202e';

export const conductorCases: readonly Case[] = [
  { what: 'a status', update: { status: 'COMPLETED' } },
  {
    what: 'an output to be merged',
    name: hostileName,
    isByName: true,
    update: { status: 'COMPLETED', output: merged(hostileObject) },
  },
  {
    what: 'a worker',
    name: hostileName,
    isByName: true,
    update: {
      status: 'IN_PROGRESS',
      output: merged({ a: 1 }),
      fields: { workerId: hostileText },
    },
  },
  {
    what: 'an output that replaces',
    name: `100% ${strange}`,
    update: { status: 'FAILED', output: replaced(hostileObject) },
  },
  {
    what: 'numbers of any length',
    update: { status: 'COMPLETED', output: merged(exactNumbers) },
  },
  { what: 'a long output', update: { status: 'COMPLETED', output: replaced({ long }) } },
  {
    what: 'all at once',
    update: {
      status: 'FAILED_WITH_TERMINAL_ERROR',
      output: merged(hostileObject),
      reason: hostileText.slice(0, 400),
      fields: { workerId: hostileText, log: hostileText, callbackAfterSeconds: 7 },
    },
  },
  {
    what: 'strange ids, by name',
    id: strange,
    isByName: true,
    update: { status: 'COMPLETED', output: merged({ a: 1 }) },
  },
  {
    what: 'strange ids, by id',
    id: strange,
    update: { status: 'COMPLETED', output: replaced({ a: 1 }) },
  },
  { what: 'a server behind a path', behind: '/pre%20fix', update: { status: 'COMPLETED' } },
];

export const cogniteCases: readonly Case[] = [
  { what: 'a status', update: { status: 'COMPLETED' } },
  { what: 'an output', update: { status: 'FAILED', output: replaced(hostileObject) } },
  {
    what: 'numbers of any length',
    update: { status: 'COMPLETED', output: replaced(exactNumbers) },
  },
  { what: 'a long output', update: { status: 'COMPLETED', output: replaced({ lessLong }) } },
  {
    what: 'a strange id',
    id: strange,
    update: { status: 'COMPLETED', output: replaced({ a: 1 }) },
  },
  { what: 'a cluster behind a path', behind: '/pre%20fix', update: { status: 'COMPLETED' } },
];

export const xpanderCases: readonly Case[] = [
  { what: 'a status', update: { status: 'completed' } },
  { what: 'a text', name: strange, update: { status: 'failed', output: text(hostileText) } },
  { what: 'an empty text', update: { output: text('') } },
  { what: 'a long text', update: { status: 'completed', output: text(long) } },
  {
    what: 'numbers of any length',
    update: { status: 'paused', fields: { tool_call_payload_extension: exactNumbers } },
  },
  {
    what: 'all at once',
    update: {
      status: 'stopped',
      output: text(hostileText),
      fields: {
        tool_call_payload_extension: hostileObject,
        source: hostileText,
        last_executed_node_id: hostileText,
      },
    },
  },
  { what: 'a strange id', id: strange, update: { status: 'completed' } },
  {
    what: 'an agent controller, where the SDK adds the organization itself',
    behind: '/agent-controller/org%201',
    details: { organization: 'org 1' },
    update: { status: 'completed' },
  },
];

function longText(times: number): string {
  return `it's ${'👩‍🚀 "x" \\ '.repeat(times)}`;
}

function object(json: string): JsonObject {
  const value = parseJson(json);
  assert.ok(isJsonObject(value));
  return value;
}

function merged(value: JsonObject): OutputChange {
  return { kind: 'object', mode: 'merge', value };
}

function replaced(value: JsonObject): OutputChange {
  return { kind: 'object', mode: 'replace', value };
}

function text(value: string): OutputChange {
  return { kind: 'text', text: value };
}
