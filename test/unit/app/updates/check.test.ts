import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../../src/app/updates/check.ts';
import type { Connection } from '../../../../src/domain/connection.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { TaskUpdate, UpdateOptions } from '../../../../src/domain/taskUpdate.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

interface Case {
  readonly name: string;
  readonly update?: TaskUpdate;
  readonly task?: Partial<Task>;
  readonly options?: Partial<UpdateOptions>;
  readonly connection?: Partial<Connection>;
  /** Empty: nothing keeps it from being sent. */
  readonly problems?: readonly string[];
}

const text = { kind: 'text', text: 'done' } as const;
const object = (value: Record<string, string>, mode: 'merge' | 'replace' = 'merge') =>
  ({ kind: 'object', mode, value }) as const;
const textOption = { kind: 'text', modes: [], limitBytes: 5 } as const;

const cases: readonly Case[] = [
  { name: 'a status alone' },
  { name: 'an output alone', update: { output: object({ a: 'b' }) } },
  { name: 'an empty output', update: { output: object({}) } },
  {
    name: 'everything at once',
    update: {
      status: 'FAILED',
      output: object({ a: 'b' }, 'replace'),
      reason: 'twenty characters ok',
      fields: { logs: ['a'], callback: 3, worker: 'me', extra: {} },
    },
  },
  { name: 'text where text is taken', update: { output: text }, options: { output: textOption } },
  {
    name: 'a read-only connection',
    connection: { readOnly: true },
    problems: [
      'The connection Local is read-only: set readOnly to false in its settings to send updates.',
    ],
  },
  {
    name: 'a task that takes no update',
    options: { unavailable: 'The workflow is over.' },
    problems: ['The workflow is over.'],
  },
  {
    name: 'nothing',
    update: {},
    problems: ['There is nothing to send: choose a status, give an output, or set a field.'],
  },
  {
    name: 'a status that is not offered',
    update: { status: 'SKIPPED' },
    problems: [
      'SKIPPED cannot be set while the task is IN_PROGRESS: choose COMPLETED, FAILED, IN_PROGRESS.',
    ],
  },
  {
    name: 'a status where none is offered',
    options: { statuses: [] },
    problems: ['COMPLETED cannot be set while the task is IN_PROGRESS: it takes no status now.'],
  },
  {
    name: 'a status that is refused',
    update: { status: 'CANCELED' },
    problems: [
      'CANCELED cannot be set while the task is IN_PROGRESS: this server is too old for it.',
    ],
  },
  {
    name: 'text where an object is taken',
    update: { output: text },
    problems: ['The output of this task is a JSON object, not text: put it in braces.'],
  },
  {
    name: 'an object where text is taken',
    update: { output: object({}) },
    options: { output: textOption },
    problems: ['The output of this task is text, not a JSON object.'],
  },
  {
    name: 'a way of sending that the engine does not have',
    update: { output: object({}, 'replace') },
    options: { output: { kind: 'object', modes: ['merge'], limitBytes: 9 } },
    problems: ['The output of this task cannot be sent as "replace": choose merge.'],
  },
  {
    name: 'bytes, not characters, count',
    update: { output: object({ a: '€'.repeat(70) }) },
    problems: ['The output has 218 bytes, and the engine takes 200 bytes at most: shorten it.'],
  },
  {
    name: 'text that is too long',
    update: { output: { kind: 'text', text: 'ääääää' } },
    options: { output: textOption },
    problems: ['The output has 12 bytes, and the engine takes 5 bytes at most: shorten it.'],
  },
  {
    name: 'sizes that look the same when rounded',
    update: { output: { kind: 'text', text: 'x'.repeat(2049) } },
    options: { output: { ...textOption, limitBytes: 2048 } },
    problems: ['The output has 2.0 KB, and the engine takes 2 KB at most: shorten it.'],
  },
  {
    name: 'an output that is too large only with what is held',
    update: { output: object({ a: 'x'.repeat(100) }) },
    task: { output: { b: 'y'.repeat(100) } },
    problems: [
      'With the keys that the task holds already, the output has 215 bytes, and the engine takes 200 bytes at most: shorten it.',
    ],
  },
  {
    name: 'an output that is as large as the engine lets it become with what is held',
    update: { output: object({ a: 'x'.repeat(100) }) },
    options: {
      output: { kind: 'object', modes: ['merge'], limitBytes: 200, heldLimitBytes: 215 },
    },
    task: { output: { b: 'y'.repeat(100) } },
  },
  {
    name: 'one byte more than that',
    update: { output: object({ a: 'x'.repeat(101) }) },
    options: {
      output: { kind: 'object', modes: ['merge'], limitBytes: 200, heldLimitBytes: 215 },
    },
    task: { output: { b: 'y'.repeat(100) } },
    problems: [
      'With the keys that the task holds already, the output has 216 bytes, and the engine takes 215 bytes at most: shorten it.',
    ],
  },
  {
    name: 'the same output in place of what is held',
    update: { output: object({ a: 'x'.repeat(100) }, 'replace') },
    task: { output: { b: 'y'.repeat(100) } },
  },
  {
    name: 'a reason that is too long',
    update: { reason: 'twenty-one characters' },
    problems: ['The reason has 21 characters, and the engine takes 20 at most: shorten it.'],
  },
  {
    name: 'fields that are unknown or of another shape, each with its sentence',
    update: { fields: { logs: 'a', callback: '3', worker: 1, extra: [], odd: true } },
    problems: [
      'Log lines must be a list of lines.',
      'Callback must be a number.',
      'Worker must be a text.',
      'Extra must be a JSON object.',
      'This task takes no field "odd": leave it out.',
    ],
  },
];

for (const { name, update, task, options, connection, problems = [] } of cases) {
  const verdict = problems.length === 0 ? 'may be sent' : 'is refused';
  test(`${name} ${verdict}`, () => {
    const checked: Task = { ...fakeTask, ...task, options: { ...fakeOptions, ...options } };
    const found = check(
      { ...fakeConnection, ...connection },
      checked,
      update ?? { status: 'COMPLETED' },
    );
    assert.deepEqual(
      found.map((problem) => problem.message),
      problems,
    );
  });
}

test('a task without output and reason refuses both', () => {
  const { output: _output, reasonLimit: _limit, ...options } = fakeOptions;
  const found = check(fakeConnection, { ...fakeTask, options }, { output: text, reason: 'why' });
  assert.deepEqual(found, [
    { message: 'This task takes no output: leave it out.', path: ['output'] },
    { message: 'This task takes no reason: leave it out.', path: ['reason'] },
  ]);
});

test('what is refused by the check asks the server nothing, and keeps the draft', async () => {
  const world = createFakeWorld();
  world.connection = { ...fakeConnection, readOnly: true };
  const { updates, drafts } = openWindow(world);

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'invalid');
  assert.equal(world.engine.reads, 0);
  assert.equal(world.engine.sends.length, 0);
  assert.equal((await drafts.list()).length, 1);
});
