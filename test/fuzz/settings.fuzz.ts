import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseConnections, toSetting } from '../../src/app/parseConnections.ts';
import { parseRecipes } from '../../src/app/recipes/parseRecipes.ts';
import { editsWithRecipe } from '../../src/app/recipes/editsWithRecipe.ts';
import { recipeSetting, survivesSettings } from '../../src/app/recipes/recipeSetting.ts';
import { recipeTemplate, usesOf } from '../../src/app/recipes/recipeTemplate.ts';
import { expandTemplate } from '../../src/app/recipes/expandTemplate.ts';
import { jsonEquals, stringifyJson } from '../../src/domain/json.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { engines } from '../../src/engines/engines.ts';
import { applyEdits, parse, stripComments } from 'jsonc-parser';
import { mutated } from './arbitraries/mutated.ts';
import { oddJson, oddObject } from './arbitraries/oddJson.ts';
import { oddText } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const connections: Json = [
  { id: 'a', name: 'A', engine: 'conductor', url: 'http://localhost:8080/api', keyId: 'k' },
  { id: 'b', engine: 'cognite', url: 'https://c.example', project: 'p', environment: 'production' },
  {
    id: 'c',
    name: 'C',
    engine: 'cognite',
    url: 'https://c.example',
    project: 'p',
    signIn: 'clientCredentials',
    clientId: 'i',
    tokenUrl: 'https://login.example/token',
    scope: 'x',
  },
  {
    id: 'd',
    engine: 'cognite',
    url: 'https://c.example',
    project: 'p',
    signIn: 'microsoft',
    tenant: 't',
  },
  {
    id: 'e',
    name: 'E',
    engine: 'xpander',
    url: 'https://x.example',
    organization: 'o',
    readOnly: true,
  },
];
const recipes: Json = [
  {
    name: 'Approve',
    task: 'approve_*',
    output: { ok: true, by: '${input:Who:me}' },
    status: 'COMPLETED',
  },
  { name: 'Text', engine: 'xpander', output: 'done by ${env:USER}', reason: '${pick:Why:a|b}' },
  {
    name: 'Digits',
    output: '{"n": 12345678901234567890, "j": "${json:input:J}"}',
    mode: 'replace',
  },
  {
    name: 'Fields',
    workflow: 'w',
    output: null,
    fields: { worker: '${task.name}' },
    description: 'd',
  },
];
/** As VS Code reads settings: every number is a double. */
function asSettings(value: Json): unknown {
  return parse(stringifyJson(value)) as unknown;
}

// VS Code's own parser of settings drops such a key.
const settable = oddObject.filter((value) => !stringifyJson(value).includes('__proto__'));
const kinds = engines.map(({ kind }) => kind);
const setting = (values: Json) => fc.oneof(mutated([values]), oddJson).map(asSettings);
const given = fc.record({
  name: oddText.filter((text) => text.trim() !== ''),
  output: fc.oneof(
    oddObject.map((value) => ({ kind: 'object', mode: 'merge', value }) as const),
    oddText.map((text) => ({ kind: 'text', text }) as const),
  ),
  reason: oddText,
  fields: oddObject.filter((value) => survivesSettings(value)),
});

export const settings = [
  fuzz('connections: each entry is used or named', setting(connections), (value) => {
    const { connections: found, problems } = parseConnections(value, engines);
    const entries = Array.isArray(value) ? value.length : value === undefined ? 0 : 1;
    assert.equal(found.length + problems.length, entries);
    for (const problem of problems) assert.match(problem, /^Connection \d+ of|^workflowTasks\./);
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
    assert.deepEqual(parseConnections(found.map(toSetting), engines), {
      connections: found,
      problems: [],
    });
  }),
  fuzz('recipes: each entry is used or named', setting(recipes), (value) => {
    const parsed = parseRecipes(value, 'user', kinds);
    const entries = Array.isArray(value) ? value.length : value === null ? 0 : 1;
    assert.equal(parsed.recipes.length + parsed.problems.length, entries);
    for (const { recipe, reason } of parsed.problems) assert.ok(recipe !== '' && reason !== '');
    for (const recipe of parsed.recipes) {
      for (const kind of ['object', 'text'] as const) {
        const template = recipeTemplate(recipe, kind);
        const { uses, problems } = usesOf(template);
        if (uses.length > 0 || problems.length > 0) continue;
        const { text } = expandTemplate(template, new Map());
        assert.ok(!/\bnull\b/.test(text) || /null/.test(stringifyJson(recipe.output)), text);
      }
    }
  }),
  fuzz('recipes: an output comes back from the settings, with every digit', given, (recipe) => {
    const value = asSettings([recipeSetting(recipe)]);
    const [found] = parseRecipes(value, 'user', kinds).recipes;
    assert.ok(found !== undefined, stringifyJson(value as Json));
    const template = recipeTemplate(found, recipe.output.kind);
    assert.deepEqual(usesOf(template).uses, []);
    const { text, reason, fields } = expandTemplate(template, new Map());
    assert.equal(reason, recipe.reason.trim());
    if (recipe.output.kind === 'text') assert.equal(text, recipe.output.text);
    else assert.equal(text, `${stringifyJson(recipe.output.value, 2)}\n`);
    assert.ok(jsonEquals(fields, asSettings(recipe.fields) as Json));
  }),
  fuzz(
    'settings files: a recipe is put in, and all else stays',
    fc.record({
      blank: fc.constantFrom('', ' ', '\n  ', ' // note\n', '/* , ] */'),
      entries: fc.array(settable, { maxLength: 3 }),
      comma: fc.boolean(),
      isWorkspaceFile: fc.boolean(),
      entry: settable,
      nth: fc.nat(3),
    }),
    ({ blank, entries, comma, isWorkspaceFile, entry, nth }) => {
      const known = entries.map((one, index) => ({ ...one, name: `r${index}` }));
      const items = known.map((one) => `${blank}${stringifyJson(one, 2)}${blank}`).join(',');
      const list = `[${items}${comma && known.length > 0 ? ',' : ''}${blank}]`;
      const inner = `{${blank}"a": 1,${blank}"workflowTasks.recipes":${blank}${list},${blank}"z": [2]}`;
      const text = isWorkspaceFile ? `{"folders": [], "settings": ${inner}}` : inner;
      const added: JsonObject = { ...entry, name: `r${nth}` };
      const standing = asSettings(known);
      const edits = editsWithRecipe(text, added, { isWorkspaceFile, standing });
      assert.ok(edits !== undefined, text);
      const next = applyEdits(text, [...edits]);
      const errors: never[] = [];
      const read = parse(next, errors, { allowTrailingComma: true }) as Record<string, unknown>;
      assert.deepEqual(errors, [], next);
      const of = (isWorkspaceFile ? read['settings'] : read) as Record<string, unknown>;
      const all = known.some((one) => one['name'] === added['name'])
        ? known.map((one) => (one['name'] === added['name'] ? added : one))
        : [...known, added];
      assert.deepEqual(of['workflowTasks.recipes'], asSettings(all));
      assert.deepEqual([of['a'], of['z']], [1, [2]]);
      const notes = (one: string) => one.length - stripComments(one).length;
      assert.ok(notes(next) >= notes(text) - blank.length * 12);
    },
  ),
];
