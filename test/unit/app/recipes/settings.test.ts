import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, parse } from 'jsonc-parser';
import { fits, matchesTask } from '../../../../src/app/recipes/matchesTask.ts';
import { parseRecipes } from '../../../../src/app/recipes/parseRecipes.ts';
import { recipeSetting } from '../../../../src/app/recipes/recipeSetting.ts';
import { recipeTemplate, usesOf } from '../../../../src/app/recipes/recipeTemplate.ts';
import { expandTemplate } from '../../../../src/app/recipes/expandTemplate.ts';
import { editsWithRecipe } from '../../../../src/app/recipes/editsWithRecipe.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const engines = ['conductor', 'cognite', 'xpander'];

test('what is wrong in the settings is named, and the rest works', () => {
  const value: unknown = [
    { name: ' Approve ', task: 'approve_*', output: { ok: true }, status: 'COMPLETED', more: 1 },
    'text',
    null,
    { output: {} },
    { name: 'no output' },
    { name: 'Approve', output: {} },
    { name: 'engine', engine: 'cron', output: {} },
    { name: 'mode', mode: 'append', output: {} },
    { name: 'task', task: 5, output: {} },
    { name: 'fields', fields: [], output: {} },
    { name: 'long', output: { id: [Number('12345678901234567890')] } },
    { name: 'text', output: '' },
    { name: 'null', output: null },
  ];
  const { recipes, problems } = parseRecipes(value, 'workspace', engines);

  assert.deepEqual(
    recipes.map(({ name }) => name),
    ['Approve', 'text', 'null'],
  );
  assert.deepEqual(recipes[0], {
    name: 'Approve',
    task: 'approve_*',
    status: 'COMPLETED',
    output: { ok: true },
    origin: 'workspace',
  });
  assert.deepEqual(
    problems.map(({ recipe, reason }) => `${recipe}: ${reason}`),
    [
      'Recipe 2 of the workspace settings: it must be an object.',
      'Recipe 3 of the workspace settings: it must be an object.',
      'Recipe 4 of the workspace settings: it needs a name.',
      'no output: it needs an output.',
      'Approve: its name is taken by another.',
      'engine: its engine must be conductor or cognite or xpander.',
      'mode: its mode must be merge or replace.',
      'task: its task must be a text.',
      'fields: its fields must be an object.',
      'long: a number has more digits than settings keep (they read 12345678901234567168). Write the whole output as JSON text in quotes: then every digit stays.',
    ],
  );
});

test('settings that are no list are one problem, and none are none', () => {
  assert.equal(parseRecipes({}, 'user', engines).problems.length, 1);
  assert.deepEqual(parseRecipes(undefined, 'user', engines), { recipes: [], problems: [] });
});

test('a star stands for any characters', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['approve', 'approve', true],
    ['approve', 'approved', false],
    ['approve_*', 'approve_loan', true],
    ['*', '', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*bc*c', 'abc', false],
    ['a*a', 'a', false],
    ['a.c', 'abc', false],
    [`${'*a'.repeat(200)}b`, 'a'.repeat(5000), false],
  ];
  for (const [pattern, name, expected] of rows)
    assert.equal(fits(pattern, name), expected, pattern);
});

test('a recipe is for a task by engine, workflow and reference or definition name', () => {
  const task = { ...fakeTask, workflowName: 'Loan', definition: 'approve_loan' };
  const is = (recipe: Parameters<typeof matchesTask>[0]) =>
    matchesTask(recipe, task, fakeConnection);

  assert.equal(is({}), true);
  assert.equal(is({ engine: 'conductor', workflow: 'lo*', task: '*_loan' }), true);
  assert.equal(is({ workflow: 'Loan', task: 'approve' }), true);
  assert.equal(is({ engine: 'xpander' }), false);
  assert.equal(is({ workflow: 'other' }), false);
  assert.equal(is({ task: 'loan' }), false);
});

test('a saved output comes back as it was, digits and dollars and all', () => {
  const texts = [
    '{"a": "${x} $${y}", "n": 12345678901234567890, "f": 1.0, "deep": ["${clipboard}"]}',
    '{"a": "${x}", "n": 5}',
  ];
  for (const text of texts) {
    const value = parseJson(text) as JsonObject;
    const entry = recipeSetting({ name: 'r', output: { kind: 'object', mode: 'merge', value } });
    const kept: unknown = JSON.parse(JSON.stringify([entry]));
    const [recipe] = parseRecipes(kept, 'user', engines).recipes;
    assert.ok(recipe);
    const template = recipeTemplate(recipe, 'object');

    assert.deepEqual(usesOf(template), { uses: [], problems: [] });
    assert.deepEqual(parseJson(expandTemplate(template, new Map()).text), value);
  }
});

test('a plain output stands in the settings as JSON, with what goes along', () => {
  const entry = recipeSetting({
    name: 'r',
    task: 'approve',
    status: 'FAILED',
    reason: 'costs ${x}',
    output: { kind: 'object', mode: 'replace', value: { ok: [1, null] } },
  });

  assert.deepEqual(entry, {
    name: 'r',
    task: 'approve',
    status: 'FAILED',
    mode: 'replace',
    output: { ok: [1, null] },
    reason: 'costs $${x}',
  });
});

test('a recipe joins the list, and everything around it stays as it was', () => {
  const settings = `{
  // mine
  "workflowTasks.recipes": [
    { "name": "a", "output": { "n": 12345678901234567890 } } // exact
  ],
  "editor.fontSize": 1e1
}`;
  const added = withRecipe(settings, { name: 'b', output: {} });
  const replaced = withRecipe(added, { name: 'b', output: { ok: true } });

  assert.equal(
    added,
    settings
      .replace('} } //', '} }, //')
      .replace('// exact', '// exact\n    {\n      "name": "b",\n      "output": {}\n    }'),
  );
  assert.equal(replaced, added.replace('"output": {}', '"output": {\n        "ok": true\n      }'));
});

test('a list may be empty, on one line, or end with a comma', () => {
  const inList = '{\n    "name": "b"\n  }';
  const rows: readonly (readonly [string, string])[] = [
    ['[]', `[\n  ${inList}\n]`],
    ['[{}]', `[{},\n  ${inList}\n]`],
    ['[\n  {}, // c\n]', `[\n  {}, // c\n  ${inList}\n]`],
    ['[\n  // none\n]', `[\n  // none\n  ${inList}\n]`],
  ];
  for (const [list, expected] of rows) {
    const settings = `{\n"workflowTasks.recipes": ${list} }`;
    const added = withRecipe(settings, { name: 'b' });

    assert.equal(added, `{\n"workflowTasks.recipes": ${expected} }`);
  }
});

test('a workspace file has its settings one level deeper', () => {
  const file = '{ "folders": [], "settings": { "workflowTasks.recipes": [] } }';
  const edits = editsWithRecipe(
    file,
    { name: 'a', output: {} },
    { isWorkspaceFile: true, standing: [] },
  );
  assert.ok(edits);
  const parsed: unknown = JSON.parse(applyEdits(file, [...edits]));

  assert.deepEqual(parsed, {
    folders: [],
    settings: { 'workflowTasks.recipes': [{ name: 'a', output: {} }] },
  });
  assert.equal(
    editsWithRecipe('{}', { name: 'a' }, { isWorkspaceFile: false, standing: [] }),
    undefined,
  );
  assert.equal(
    editsWithRecipe(
      '{"workflowTasks.recipes": 5}',
      { name: 'a' },
      { isWorkspaceFile: false, standing: 5 },
    ),
    undefined,
  );
});

test('a file with other recipes than those that were read is another file', () => {
  const file = '{ "workflowTasks.recipes": [{ "name": "b" }] }';
  const standing = [{ name: 'a' }];

  assert.equal(
    editsWithRecipe(file, { name: 'c' }, { isWorkspaceFile: false, standing }),
    undefined,
  );
});

function withRecipe(settings: string, entry: JsonObject): string {
  const read = parse(settings, [], { allowTrailingComma: true }) as Record<string, unknown>;
  const standing = read['workflowTasks.recipes'];
  const edits = editsWithRecipe(settings, entry, { isWorkspaceFile: false, standing });
  assert.ok(edits);
  return applyEdits(settings, [...edits]);
}

test('infinity, which 1e400 becomes in settings, is a number with too many digits', () => {
  const { recipes, problems } = parseRecipes([{ name: 'a', output: { n: Infinity } }], 'user', []);

  assert.deepEqual(recipes, []);
  assert.match(problems[0]?.reason ?? '', /they read Infinity/);
});

test('an output with a key that settings drop is kept as text', () => {
  const value = parseJson('{"__proto__":{"a":1}}') as JsonObject;
  const entry = recipeSetting({ name: 'a', output: { kind: 'object', mode: 'merge', value } });

  assert.equal(entry['output'], '{"__proto__":{"a":1}}');
});
