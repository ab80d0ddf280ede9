import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandTemplate } from '../../../../src/app/recipes/expandTemplate.ts';
import type { Recipe } from '../../../../src/app/recipes/recipe.ts';
import { recipeTemplate, usesOf } from '../../../../src/app/recipes/recipeTemplate.ts';
import { resolve } from '../../../../src/app/recipes/resolve.ts';
import type { Question, Sources } from '../../../../src/app/recipes/resolve.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const now = new Date(2026, 10, 22, 9, 5, 7, 42).getTime();

/** Sources with fixed answers, and the list of requests to them. */
function world(own: Partial<Sources> = {}) {
  const wanted: string[] = [];
  const give = (name: string, text: string) => async () => {
    wanted.push(name);
    return { text };
  };
  const asked: (readonly Question[])[] = [];
  const sources: Sources = {
    selection: give('selection', 'chosen'),
    clipboard: give('clipboard', '{"n": 12345678901234567890, /* big */}'),
    file: async (path) => ({ text: `file ${path}` }),
    env: (name) => (name === 'CITY' ? { text: 'Brno' } : { problem: 'It is not set.' }),
    gitBranch: give('gitBranch', 'main'),
    ask: async (questions) => {
      asked.push(questions);
      return new Map(questions.map(({ label, preset }) => [label, preset || `typed ${label}`]));
    },
    now: () => now,
    newId: () => 'id-1',
    ...own,
  };
  return { sources, wanted, asked };
}

type Own = Partial<Recipe> & Pick<Recipe, 'output'>;

async function use(
  own: Own,
  sources = world().sources,
  task: Task = fakeTask,
  kind: 'object' | 'text' = 'object',
) {
  const template = recipeTemplate({ name: 'r', origin: 'user', ...own }, kind);
  const { uses, problems } = usesOf(template);
  if (problems.length > 0) return { problems };
  const resolved = await resolve(uses, task, sources);
  if (resolved.kind !== 'values') return resolved;
  return expandTemplate(template, resolved.values);
}

/** The output as parsed JSON. */
async function outputOf(own: Own, sources?: Sources): Promise<unknown> {
  const used = await use(own, sources);
  return 'text' in used ? JSON.parse(used.text) : used;
}

test('every variable gets its value', async () => {
  const output = {
    selection: '${selection}',
    file: '${file:a/b.txt}',
    env: 'in ${env:CITY}!',
    date: '${date} ${time}',
    format: '${date:dd.MM.yy HH:mm:ss.SSS}',
    stamp: '${timestamp}',
    uuid: '${uuid} ${uuid}',
    branch: '${gitBranch}',
    task: ['${task.name}', '${task.id}', '${task.definition}', '${workflow}', '${execution}'],
    kept: [1, true, null],
  };

  assert.deepEqual(await outputOf({ output }), {
    selection: 'chosen',
    file: 'file a/b.txt',
    env: 'in Brno!',
    date: '2026-11-22 09:05:07',
    format: '22.11.26 09:05:07.042',
    stamp: new Date(now).toISOString(),
    uuid: 'id-1 id-1',
    branch: 'main',
    task: ['approve', 't1', 'approve', 'loan', 'e1'],
    kept: [1, true, null],
  });
});

test('a hostile value stays one text, and is not replaced again', async () => {
  const hostile = '"}], "admin": true, "x": "${env:CITY} \\ \u2028 $& $1 \u0000';
  const { sources } = world({ clipboard: async () => ({ text: hostile }) });

  assert.deepEqual(await outputOf({ output: { a: '<${clipboard}>' } }, sources), {
    a: `<${hostile}>`,
  });
  assert.deepEqual(await outputOf({ output: '{ "a": "${clipboard}", /* yes */ }' }, sources), {
    a: hostile,
  });
  const own = await outputOf({ output: { ['__proto__']: '${clipboard}' } }, sources);
  assert.deepEqual(Object.entries(own ?? {}), [['__proto__', hostile]]);
});

test('JSON is put in as JSON to the digit, with comments left out', async () => {
  const used = await use({ output: { whole: '${json:clipboard}' } });

  assert.ok('text' in used);
  assert.match(used.text, /"n": 12345678901234567890\n/);
});

test('numbers of JSON as text keep their digits', async () => {
  const used = await use({
    output: '{"n": 12345678901234567890, "f": 1.10, "who": "${env:CITY}"}',
  });

  assert.ok('text' in used);
  assert.equal(used.text, '{\n  "n": 12345678901234567890,\n  "f": 1.10,\n  "who": "Brno"\n}\n');
});

test('JSON beside other characters is refused', async () => {
  assert.deepEqual(await use({ output: { a: 'x ${json:clipboard}' } }), {
    problems: ['${json:clipboard} must be the whole text: it puts in JSON, not characters.'],
  });
});

test('a value that is no JSON is refused before anybody is asked', async () => {
  const { sources, asked } = world({ clipboard: async () => ({ text: '{"a": ' }) });
  const used = await use({ output: { a: '${json:clipboard}', b: '${input:B}' } }, sources);

  assert.deepEqual(used, {
    kind: 'bad',
    problems: ['${json:clipboard} is no JSON: A value belongs here.'],
  });
  assert.deepEqual(asked, []);
});

test('all unknown variables are named, in every part of the recipe', async () => {
  const used = await use({
    output: { a: ['${nope}'] },
    reason: '${never',
    fields: { f: '${no:x}' },
  });

  assert.deepEqual('problems' in used && used.problems, [
    '${nope} is no variable that recipes know; write $${nope} where it is meant as text.',
    'The brace of ${never is not closed.',
    '${no:x} is no variable that recipes know; write $${no:x} where it is meant as text.',
  ]);
});

test('what is missing is said for each variable, and nobody is asked', async () => {
  const { sources, asked } = world();
  const { execution: _none, ...ref } = fakeTask.ref;
  const output = { a: '${env:NONE}', b: '${execution}', c: '${input:C}', d: '${env:NONE}' };
  const used = await use({ output }, sources, { ...fakeTask, ref });

  assert.deepEqual(used, {
    kind: 'bad',
    problems: [
      '${env:NONE}: It is not set.',
      '${execution}: Tasks of this engine have no execution.',
    ],
  });
  assert.deepEqual(asked, []);
});

test('a label is asked once, with the choices and the default that it has anywhere', async () => {
  const { sources, asked } = world();
  const output = {
    a: '${input:Who}',
    b: '${input:Who:Ann}',
    c: '${pick:How:fast|slow}',
    d: '${json:pick:Count:1|2}',
  };

  const used = await use(
    { output, reason: 'by ${input:Who}' },
    world({
      ...sources,
      ask: async (questions) => {
        await sources.ask(questions);
        return new Map([
          ['Who', 'Eve'],
          ['How', 'slow'],
          ['Count', '2'],
        ]);
      },
    }).sources,
  );

  assert.deepEqual(asked, [
    [
      { label: 'Who', preset: 'Ann', isJson: false },
      { label: 'How', preset: '', choices: ['fast', 'slow'], isJson: false },
      { label: 'Count', preset: '', choices: ['1', '2'], isJson: true },
    ],
  ]);
  assert.ok('text' in used);
  assert.deepEqual(JSON.parse(used.text), { a: 'Eve', b: 'Eve', c: 'slow', d: 2 });
  assert.equal(used.reason, 'by Eve');
});

test('a choice that is no JSON is found out', async () => {
  const { sources } = world({ ask: async () => new Map([['Count', 'two']]) });
  const used = await use({ output: { a: '${json:pick:Count:1|two}' } }, sources);

  assert.equal('kind' in used && used.kind, 'bad');
});

test('who leaves has used nothing', async () => {
  const { sources } = world({ ask: async () => undefined });

  assert.deepEqual(await use({ output: '${input:A}' }, sources), { kind: 'cancelled' });
});

test('a source is read once, and only where a recipe wants it', async () => {
  const { sources, wanted } = world();
  await use({ output: { a: '${clipboard}', b: '${clipboard}', c: '$${selection}' } }, sources);

  assert.deepEqual(wanted, ['clipboard']);
});

test('text for a task that takes text goes in as it is, and JSON as its text', async () => {
  const text = await use({ output: '{"a": ${env:CITY}' }, undefined, fakeTask, 'text');
  const json = await use({ output: { a: '${env:CITY}' } }, undefined, fakeTask, 'text');

  assert.equal('text' in text && text.text, '{"a": Brno');
  assert.equal('text' in json && json.text, '{\n  "a": "Brno"\n}\n');
});

test('fields keep their shapes', async () => {
  const used = await use({ output: {}, fields: { lines: ['${env:CITY}'], seconds: 5 } });

  assert.deepEqual('fields' in used && used.fields, parseJson('{"lines":["Brno"],"seconds":5}'));
});
