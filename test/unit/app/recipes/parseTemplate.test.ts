import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeTemplate, parseTemplate } from '../../../../src/app/recipes/parseTemplate.ts';
import { parseVariable } from '../../../../src/app/recipes/variable.ts';

/** The parts in short form: texts as they are, variables in brackets. */
function parts(template: string): readonly string[] {
  return parseTemplate(template).map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' ? `[${part.body}]` : `!${part.source}`;
  });
}

function variable(body: string) {
  const parsed = parseVariable(body, `\${${body}}`);
  return parsed.kind === 'ok' ? parsed.use : parsed.problem;
}

test('a template is split at its variables', () => {
  assert.deepEqual(parts('by ${input:Name} on ${date}.'), [
    'by ',
    '[input:Name]',
    ' on ',
    '[date]',
    '.',
  ]);
  assert.deepEqual(parts(''), []);
  assert.deepEqual(parts('$5 {a} $$ }'), ['$5 {a} $$ }']);
});

test('a doubled dollar keeps what looks like a variable as text', () => {
  assert.deepEqual(parts('$${task.output.x} ${uuid}'), ['${task.output.x} ', '[uuid]']);
});

test('a brace behind a backslash does not close a variable', () => {
  assert.deepEqual(parts('${input:a\\}b}c'), ['[input:a\\}b]', 'c']);
  assert.deepEqual(parts('x ${input:a'), ['x ', '!${input:a']);
});

test('any text comes back from its escaped template', () => {
  for (const text of ['${a}', '$${a}', '$$${', 'plain', '${', '$', '\\${x}', '}${']) {
    assert.deepEqual(
      parseTemplate(escapeTemplate(text)).map((part) => (part.kind === 'text' ? part.text : part)),
      [text],
      text,
    );
  }
});

test('an input has a label, and a default in which colons stay', () => {
  assert.deepEqual(variable('input:Your name'), {
    variable: { kind: 'input', label: 'Your name', preset: '' },
    isJson: false,
    source: '${input:Your name}',
  });
  assert.deepEqual(variable('input:At:10:30'), {
    variable: { kind: 'input', label: 'At', preset: '10:30' },
    isJson: false,
    source: '${input:At:10:30}',
  });
  assert.deepEqual(variable('input:a\\:b:\\}'), {
    variable: { kind: 'input', label: 'a:b', preset: '}' },
    isJson: false,
    source: '${input:a\\:b:\\}}',
  });
});

test('a pick has choices', () => {
  const use = variable('pick:Verdict:yes|no|a\\|b');

  assert.deepEqual(typeof use === 'string' ? use : use.variable, {
    kind: 'pick',
    label: 'Verdict',
    choices: ['yes', 'no', 'a|b'],
  });
});

test('json stands before any other variable, once', () => {
  const use = variable('json:input:Count:0');

  assert.deepEqual(typeof use === 'string' ? use : [use.variable.kind, use.isJson], [
    'input',
    true,
  ]);
  assert.equal(variable('json:json:clipboard'), '${json:json:clipboard} says json twice.');
});

test('what is wrong with a variable is said with the variable', () => {
  assert.deepEqual(
    [
      'nope',
      'task.output.x',
      'env',
      'env:',
      'input: ',
      'pick:A',
      'uuid:4',
      'json',
      'json:nope',
      'constructor',
    ].map(variable),
    [
      '${nope} is no variable that recipes know; write $${nope} where it is meant as text.',
      '${task.output.x} is no variable that recipes know; write $${task.output.x} where it is meant as text.',
      '${env}: “env” needs something behind a colon.',
      '${env:} needs a name.',
      '${input: } needs a label.',
      '${pick:A} needs choices, as in ${pick:Label:one|two}.',
      '${uuid:4}: “uuid” takes nothing behind a colon.',
      '${json} is no variable that recipes know; write $${json} where it is meant as text.',
      '${json:nope} is no variable that recipes know; write $${json:nope} where it is meant as text.',
      '${constructor} is no variable that recipes know; write $${constructor} where it is meant as text.',
    ],
  );
});

test('json said thousands of times is one problem', () => {
  const body = 'json:'.repeat(20_000);

  assert.equal(parseVariable(body, 'x').kind, 'bad');
});
