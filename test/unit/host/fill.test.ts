import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recipe } from '../../../src/app/recipes/recipe.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { parseJson } from '../../../src/domain/json.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../src/domain/update.ts';
import { distinct, engineOutputs, sentOutputs } from '../../../src/host/fill/earlierOutputs.ts';
import { recipeChoices } from '../../../src/host/fill/recipeChoices.ts';
import { preparedUpdate } from '../../../src/host/fill/preparedUpdate.ts';
import { recipeMemory } from '../../../src/host/fill/recipeMemory.ts';
import { recipeScopes } from '../../../src/host/fill/recipeScopes.ts';
import { conflictsOf, withoutConflicts } from '../../../src/host/fill/recipeConflicts.ts';
import { fakeConnection, fakeTask } from '../../support/fakeTask.ts';

const now = 1_700_000_000_000;
const exact = parseJson('{"n":12345678901234567890}') as JsonObject;

function entry(
  id: string,
  own: Partial<JournalEntry> & { readonly update: TaskUpdate },
): JournalEntry {
  return {
    id,
    ref: { ...fakeTask.ref, execution: `x${id}`, task: `t${id}` },
    connectionName: 'Local',
    taskName: 'approve',
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt: now - 60_000,
    tries: [],
    ...own,
  };
}

const sending = (value: JsonObject): TaskUpdate => ({
  status: 'COMPLETED',
  output: { kind: 'object', mode: 'merge', value },
});

test('the outputs sent to the same definition are offered once each, to the digit', () => {
  const entries = [
    entry('1', { update: sending(exact) }),
    entry('2', { update: sending({ a: 1 }) }),
    entry('3', { update: sending(exact) }),
    entry('4', { update: { status: 'COMPLETED' } }),
    entry('5', { update: { output: { kind: 'text', text: 'hi' } } }),
    entry('6', { update: sending({ b: 1 }), taskName: 'ship' }),
    entry('7', { update: sending({ c: 1 }), ref: { ...fakeTask.ref, workflow: 'other' } }),
  ];

  const choices = sentOutputs(entries, fakeTask, now);

  assert.deepEqual(
    choices.map(({ value }) => value),
    ['{\n  "n": 12345678901234567890\n}', '{\n  "a": 1\n}'],
  );
  assert.equal(choices[0]?.label, '{ "n": 12345678901234567890 }');
  assert.match(choices[0]?.description ?? '', /^COMPLETED · /);
});

test('a definition has its outputs in every workflow', () => {
  const ref = { ...fakeTask.ref, workflow: 'other' };
  const sent = [
    entry('1', {
      update: sending({ a: 1 }),
      ref,
      taskName: 'yes_or_no',
      definition: 'approve_loan',
    }),
    entry('2', { update: sending({ b: 1 }), ref, definition: 'approve_car' }),
  ];
  const task: Task = { ...fakeTask, definition: 'approve_loan' };

  assert.deepEqual(
    sentOutputs(sent, task, now).map(({ value }) => value),
    ['{\n  "a": 1\n}'],
  );
});

test('without executions the workflow is the definition', () => {
  const { execution: _none, ...ref } = fakeTask.ref;
  const task: Task = { ...fakeTask, ref, name: 'Title of mine' };
  const sent = [entry('1', { update: sending({ a: 1 }), ref, taskName: 'Another title' })];

  assert.equal(sentOutputs(sent, task, now).length, 1);
});

test('what the engine holds is offered where it has the right kind, and not twice', () => {
  const sent = sentOutputs([entry('1', { update: sending({ a: 1 }) })], fakeTask, now);
  const held = engineOutputs(
    [
      { source: 'approve of e7', endedAt: now - 1000, value: { a: 1 } },
      { source: 'approve of e8', value: 'text' },
      { source: 'approve of e9', value: undefined },
      { source: 'approve of e10', value: { b: 2 } },
    ],
    fakeTask,
    now,
  );

  assert.deepEqual(
    distinct([...sent, ...held]).map(({ section, detail }) => [section, detail]),
    [
      ['Sent from here', 'Local › loan › approve'],
      ['Held by the engine', 'approve of e10'],
    ],
  );
});

const recipe = (name: string, own: Partial<Recipe> = {}): Recipe => ({
  name,
  output: {},
  origin: 'user',
  ...own,
});

test('the recipes for the task come first, then the others, problems and a way to the settings', () => {
  const recipes = [recipe('other', { task: 'ship' }), recipe('mine', { status: 'FAILED' })];
  const choices = recipeChoices(
    { recipes, problems: [{ recipe: 'Broken', reason: 'it needs an output.' }] },
    fakeTask,
    fakeConnection,
  );

  assert.deepEqual(
    choices.map(({ label, section }) => `${section}: ${label}`),
    [
      'For this task: mine',
      'For other tasks: other',
      'Not usable: Broken',
      'Settings: Edit Recipes',
    ],
  );
  assert.equal(choices[0]?.description, 'FAILED · yours');
});

test('without recipes there is a way to the first one', () => {
  const [only, ...more] = recipeChoices({ recipes: [], problems: [] }, fakeTask, fakeConnection);

  assert.deepEqual(more, []);
  assert.deepEqual(only?.value, { kind: 'edit' });
  assert.match(only?.label ?? '', /First Recipe/);
});

test('what a task does not take is left out of what a recipe prepares, and said', () => {
  const prepared = preparedUpdate(
    fakeTask,
    { status: 'COMPLETED', mode: 'replace' },
    { reason: 'late', fields: { callback: 5, worker: 7, none: 'x' } },
  );

  assert.deepEqual(prepared, {
    composition: { status: 'COMPLETED', mode: 'replace', reason: 'late', fields: { callback: 5 } },
    problems: ['Worker must be a text.', 'This task takes no field "none": leave it out.'],
  });
});

test('a status, a mode and a reason that cannot work are said', () => {
  const task: Task = {
    ...fakeTask,
    options: { ...fakeTask.options, output: { kind: 'object', modes: ['merge'], limitBytes: 9 } },
  };
  const long = { reason: 'x'.repeat(21), fields: {} };

  assert.deepEqual(preparedUpdate(task, { status: 'DONE', mode: 'replace' }, long), {
    composition: {},
    problems: [
      'approve takes no status DONE.',
      'This engine does not replace outputs.',
      'The reason has more than 20 characters.',
    ],
  });
  assert.deepEqual(preparedUpdate(task, { status: 'CANCELED' }, { reason: ' ', fields: {} }), {
    composition: {},
    problems: ['CANCELED: this server is too old for it.'],
  });
});

test('a reason or a field of the draft is not replaced unasked', () => {
  const standing = { reason: 'mine', fields: { worker: 'me', callback: 5 } };
  const prepared = {
    status: 'FAILED',
    reason: 'late',
    fields: { worker: 'you', callback: 5, logs: ['x'] },
  };

  assert.deepEqual(conflictsOf(standing, prepared), ['reason', 'field value']);
  assert.deepEqual(conflictsOf({ reason: ' ' }, prepared), []);
  assert.deepEqual(conflictsOf(standing, { status: 'FAILED', reason: 'mine' }), []);
  assert.deepEqual(withoutConflicts(standing, prepared), {
    status: 'FAILED',
    fields: { worker: 'me', callback: 5, logs: ['x'] },
  });
});

test('a recipe can be saved for narrower and wider circles of tasks', () => {
  const scopes = (task: Task) => recipeScopes(task, fakeConnection).map(({ value }) => value);
  const { execution: _none, ...ref } = fakeTask.ref;

  assert.deepEqual(scopes({ ...fakeTask, definition: 'approve_loan' }), [
    { workflow: 'loan', task: 'approve' },
    { task: 'approve' },
    { task: 'approve_loan' },
    { workflow: 'loan' },
    { engine: 'conductor' },
    {},
  ]);
  assert.deepEqual(scopes({ ...fakeTask, ref }), [
    { workflow: 'loan' },
    { engine: 'conductor' },
    {},
  ]);
});

test('answers are remembered for each recipe, the newest fifty', async () => {
  const kept = new Map<string, unknown>();
  const memory = recipeMemory({
    get: <T>(key: string, fallback: T) => (kept.get(key) as T | undefined) ?? fallback,
    update: async (key, value) => void kept.set(key, value),
  });
  await memory.remember(
    recipe('a'),
    new Map([
      ['Who', 'Ann'],
      ['__proto__', 'x'],
    ]),
  );
  await memory.remember(recipe('a', { origin: 'workspace' }), new Map([['Who', 'Eve']]));

  assert.deepEqual(
    [...memory.answers(recipe('a'))],
    [
      ['Who', 'Ann'],
      ['__proto__', 'x'],
    ],
  );
  for (let at = 0; at < 49; at += 1) await memory.remember(recipe(`r${at}`), new Map());
  assert.equal(memory.answers(recipe('a')).size, 0);
  assert.equal(memory.answers(recipe('a', { origin: 'workspace' })).size, 1);
});
