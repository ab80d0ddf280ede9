import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dateText } from '../../src/app/recipes/dateText.ts';
import { expandTemplate } from '../../src/app/recipes/expandTemplate.ts';
import { fileSteps } from '../../src/app/recipes/fileSteps.ts';
import { fits } from '../../src/app/recipes/matchesTask.ts';
import { escapeTemplate, parseTemplate } from '../../src/app/recipes/parseTemplate.ts';
import { usesOf } from '../../src/app/recipes/recipeTemplate.ts';
import { parseVariable, variableKey } from '../../src/app/recipes/variable.ts';
import { oddText, repeated, textOf } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const words = [
  '${',
  '}',
  '$${',
  'input:',
  'pick:',
  'json:',
  'file:',
  'env:',
  'date',
  ':',
  '|',
  '\\',
  'a',
];
const template = textOf(
  [...words, '${uuid}', '${input:Name:x}', '${pick:P:a|b}', '${json:selection}'],
  8,
);
const wildcards = textOf(['*', '**', 'a', 'b', 'ab', '.'], 8);

function textual(parts: ReturnType<typeof parseTemplate>): string {
  return parts
    .map((part) => (part.kind === 'text' ? escapeTemplate(part.text) : part.source))
    .join('');
}

export const templates = [
  fuzz(
    'variables: each part of a template is kept, and each problem names its variable',
    template,
    (text) => {
      const parts = parseTemplate(text);
      // Each "$" before "${" is one too many in the text again, so compare without them.
      assert.equal(textual(parts).replaceAll('$', ''), text.replaceAll('$', ''));
      const { uses, problems } = usesOf({ output: text, reason: '', fields: {} });
      const isOdd = parts.filter(({ kind }) => kind !== 'text').length;
      assert.equal(uses.length + problems.length, isOdd);
      const values = new Map(uses.map(({ variable }) => [variableKey(variable), '1']));
      if (problems.length === 0) expandTemplate({ output: text, reason: text, fields: {} }, values);
    },
    {
      growth: {
        pieces: [...repeated, 'json:', '${json:', '${input:a:'],
        frames: [
          ['', ''],
          ['${', '}'],
          ['${json:', '}'],
          ['${pick:a:', '}'],
        ],
        run: (text) => usesOf({ output: text, reason: '', fields: {} }),
      },
    },
  ),
  fuzz('variables: any text stays what it is', oddText, (text) => {
    const output = escapeTemplate(text);
    assert.equal(expandTemplate({ output, reason: output, fields: {} }, new Map()).text, text);
    assert.deepEqual(usesOf({ output, reason: '', fields: {} }), { uses: [], problems: [] });
  }),
  fuzz('variables: escaped parts come back', fc.tuple(oddText, oddText), ([label, preset]) => {
    if (label.trim() === '') return;
    const escaped = (text: string) => text.replace(/[\\:}|]/g, '\\$&');
    const source = `\${input:${escaped(label)}:${escaped(preset)}}`;
    const [part, ...others] = parseTemplate(source);
    assert.ok(part?.kind === 'variable' && others.length === 0);
    const parsed = parseVariable(part.body, part.source);
    assert.deepEqual(parsed.kind === 'ok' && parsed.use.variable, {
      kind: 'input',
      label: label.trim(),
      preset,
    });
  }),
  fuzz(
    'recipes: a pattern fits as its regular expression does',
    fc.tuple(wildcards, wildcards),
    ([pattern, name]) => {
      const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
      const expression = new RegExp(`^${pattern.split('*').map(literal).join('[^]*')}$`);
      assert.equal(fits(pattern, name), expression.test(name));
    },
    { growth: { pieces: ['a', '*', '*a', 'a*', 'ab'], run: (text) => fits(text, text) } },
  ),
  fuzz(
    'recipes: a file stays inside the workspace',
    textOf(['..', '/', '\\', 'a', 'C:', '.', 'b.json']),
    (path) => {
      for (const step of fileSteps(path) ?? []) {
        assert.ok(!/[/\\\0]/.test(step) && !['', '.', '..'].includes(step), step);
      }
    },
  ),
  fuzz(
    'dates: a moment in any format',
    fc.tuple(fc.integer(), textOf(['yyyy', 'MM', 'dd', ':'])),
    ([at, format]) => {
      const text = dateText(at, format);
      assert.equal(text.replace(/\d/g, ''), format.replace(/yyyy|yy|MM|dd|HH|mm|ss|SSS|\d/g, ''));
      assert.equal(dateText(at, 'yyyy-MM-dd HH:mm:ss.SSS').length, 23);
    },
  ),
];
