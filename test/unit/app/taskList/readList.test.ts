import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isChange, isEdited } from '../../../../src/app/taskList/readList.ts';
import { stringifyJson } from '../../../../src/domain/json.ts';
import type { Json } from '../../../../src/domain/json.ts';
import { fakeOptions } from '../../../support/fakeTask.ts';
import { listOf, marks, read, taskOf } from './sampleList.ts';

const list = listOf(taskOf('1'), taskOf('2'), taskOf('3'));

function updates(text: string, of = list): readonly string[] {
  return read(text, of)
    .filter(isChange)
    .map(({ task, update }) => `${task.label} ${stringifyJson(update as unknown as Json)}`);
}

const object = (value: string) => `{"kind":"object","mode":"merge","value":${value}}`;

test('a status, an output and a reason become an update, in any order behind the id', () => {
  assert.deepEqual(updates('COMPLETED a b #1'), ['1 {"status":"COMPLETED"}']);
  const both = [`1 {"status":"FAILED","output":${object('{"a":1}')},"reason":"no stock"}`];
  assert.deepEqual(updates('FAILED a b #1 {"a":1} reason: "no stock"'), both);
  assert.deepEqual(updates('FAILED a b #1 reason: "no stock" {"a":1} // said so'), both);
  assert.deepEqual(updates('FAILED #1 reason:"no stock"{ "a": 1, }'), both);
});

test('an output alone keeps the status, and is sent with it where the engine wants one', () => {
  const text = taskOf('x', {
    status: 'paused',
    options: {
      ...fakeOptions,
      canKeepStatus: true,
      output: { kind: 'text', modes: [], limitBytes: 100 },
    },
  });
  const mixed = listOf(taskOf('1'), text);

  assert.deepEqual(updates('IN_PROGRESS a b #1 {"a":1}', mixed), [
    `1 {"status":"IN_PROGRESS","output":${object('{"a":1}')}}`,
  ]);
  assert.deepEqual(updates('paused a b #x "a \\"quoted\\"\\nresult" // note', mixed), [
    'x {"output":{"kind":"text","text":"a \\"quoted\\"\\nresult"}}',
  ]);
});

test('an output alone saves progress where the present status cannot be sent', () => {
  const scheduled = listOf(taskOf('1', { status: 'SCHEDULED' }));

  assert.deepEqual(updates('SCHEDULED a b #1 {}', scheduled), [
    `1 {"status":"IN_PROGRESS","output":${object('{}')}}`,
  ]);
});

test('no digit of a number is lost, and no character', () => {
  const value = '{"n":12345678901234567890,"f":1.10,"t":"🐎 עברית // no comment # } \\" "}';

  assert.deepEqual(updates(`COMPLETED a b #2 ${value}`), [
    `2 {"status":"COMPLETED","output":${object(value.replace('1.10', '1.10'))}}`,
  ]);
});

test('an empty object is an output, an empty column is none', () => {
  assert.deepEqual(updates('COMPLETED a b #1 {}'), [
    `1 {"status":"COMPLETED","output":${object('{}')}}`,
  ]);
  assert.deepEqual(updates('COMPLETED a b #1   '), ['1 {"status":"COMPLETED"}']);
  assert.deepEqual(updates('IN_PROGRESS a b #1 // only a note'), []);
  assert.deepEqual(updates('IN_PROGRESS a b #1 reason: " "'), []);
});

test('words are understood in any case, and complete and fail on every engine', () => {
  const words = ['completed', 'Complete', 'COMPLETE', 'fail', 'failed'];
  const statuses = words.map((word) => updates(`${word} a b #1`)[0]);

  assert.deepEqual(statuses, [
    ...Array.from({ length: 3 }, () => '1 {"status":"COMPLETED"}'),
    ...Array.from({ length: 2 }, () => '1 {"status":"FAILED"}'),
  ]);
  assert.deepEqual(updates('in_progress a b #1'), []);
});

test('lines may be sorted, deleted, commented out and moved', () => {
  assert.deepEqual(updates('COMPLETED a b #3\n// COMPLETED a b #2\n\n  FAILED #1'), [
    '3 {"status":"COMPLETED"}',
    '1 {"status":"FAILED"}',
  ]);
});

test('line ends of Windows are line ends', () => {
  assert.deepEqual(updates('COMPLETED a b #3\r\nFAILED a b #1\r\n'), [
    '3 {"status":"COMPLETED"}',
    '1 {"status":"FAILED"}',
  ]);
});

test('what cannot be sent is marked where it stands, and is no change', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['CANCELED a b #1', /^CANCELED: .*server is too old/],
    ['NONSENSE a b #1', /^NONSENSE: .*choose COMPLETED, FAILED, IN_PROGRESS/],
    ['COMPLETED a b #9', /^#9: This list has no task/],
    ['COMPLETED a b', /^COMPLETED a b: No #id/],
    ['#1', /^#: The status is missing/],
    ['COMPLETED a b #1 {"a": tru}', /^tru: /],
    ['COMPLETED a b #1 {"a": 1', /^1: A closing brace/],
    ['COMPLETED a b #1 [1]', /^\[: It must be a JSON object/],
    ['COMPLETED a b #1 done', /^done: /],
    ['COMPLETED a b #1 "done"', /^"done": The output is a JSON object/],
    ['COMPLETED a b #1 {} {}', /^\{\}: Only one output/],
    ['COMPLETED a b #1 reason: late', /^reason: late: A reason stands in double quotes/],
    ['COMPLETED a b #1 reason: "late', /^reason: "late: The reason’s quotes/],
    ['COMPLETED a b #1 reason: "a" reason: "b"', /^reason: "b": Only one reason/],
    [`FAILED a b #1 reason: "${'x'.repeat(21)}"`, /^"x+": .*21 characters.*20 at most/],
    [`COMPLETED a b #1 {"a":"${'x'.repeat(300)}"}`, /The output has .* at most/],
  ];
  for (const [line, message] of cases) {
    assert.deepEqual(updates(line), [], line);
    assert.match(marks(line, list).join('\n'), message, line);
    assert.ok(read(line, list).every(isEdited), line);
  }
});

test('a large output that is still taken draws a warning', () => {
  const line = `COMPLETED a b #1 {"a":"${'x'.repeat(120)}"}`;

  assert.equal(updates(line).length, 1);
  assert.match(marks(line, list).join('\n'), /grow slow/);
});

test('a task on several lines is sent once where they agree, and not at all where not', () => {
  const agreeing = 'COMPLETED a b #1\nCOMPLETED a b #1';
  assert.deepEqual(updates(agreeing), ['1 {"status":"COMPLETED"}']);
  assert.match(marks(agreeing, list).join('\n'), /sent once/);

  for (const text of [
    'COMPLETED a b #1\nFAILED a b #1',
    'COMPLETED a b #1\nIN_PROGRESS a b #1',
    'COMPLETED a b #1\nCOMPLETED a b #1 {"a":}',
  ]) {
    assert.deepEqual(updates(text), [], text);
    assert.match(marks(text, list).join('\n'), /ask for different things/, text);
  }
  assert.deepEqual(marks('IN_PROGRESS a b #1\nIN_PROGRESS a b #1', list), []);
});

test('a task that is over or changed meanwhile says so once its line is edited', () => {
  const over = { ...taskOf('1'), status: 'COMPLETED', terminal: true };
  const now = {
    ...over,
    options: { ...fakeOptions, unavailable: 'The task is COMPLETED: too late.' },
  };
  const changed = { ...list, tasks: [{ label: '1', base: taskOf('1'), now }] };

  assert.deepEqual(marks('IN_PROGRESS a b #1', changed), []);
  assert.deepEqual(updates('FAILED a b #1', changed), []);
  assert.deepEqual(marks('FAILED a b #1', changed), [
    'FAILED: The task is COMPLETED: too late.',
    'FAILED: Somebody changed this task since you saw it: status IN_PROGRESS → COMPLETED.',
  ]);
});

test('a text that looks like an output before the id is a name', () => {
  assert.deepEqual(updates('COMPLETED {"a":1} b #1'), ['1 {"status":"COMPLETED"}']);
});

test('2,000 lines are read in one pass, whatever they hold', () => {
  const tasks = Array.from({ length: 2_000 }, (_, index) => taskOf(`id-${index}`));
  const long = listOf(...tasks);
  const text = tasks.map(({ ref }) => `COMPLETED a b #${ref.task} {"a":[{"b":"}"}]}`).join('\n');
  let asked = 0;

  const lines = read(text, { ...long, tasks: countReads(long.tasks, () => (asked += 1)) });

  assert.equal(lines.filter(isChange).length, 2_000);
  // A few lookups for each line. A search for each line would make two million.
  assert.ok(asked <= 10 * 2_000, String(asked));
});

function countReads<T extends { readonly label: string }>(
  tasks: readonly T[],
  onRead: () => void,
): readonly T[] {
  return tasks.map((task) => ({
    ...task,
    get label() {
      onRead();
      return task.label;
    },
  }));
}
