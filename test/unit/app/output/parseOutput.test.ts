import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOutput } from '../../../../src/app/output/formatOutput.ts';
import { parseOutput } from '../../../../src/app/output/parseOutput.ts';
import type { ParsedOutput } from '../../../../src/app/output/parseOutput.ts';
import { parseJson, stringifyJson } from '../../../../src/domain/json.ts';
import type { OutputOption } from '../../../../src/domain/taskUpdate.ts';

const object: OutputOption = {
  kind: 'object',
  modes: ['replace', 'merge'],
  limitBytes: 60,
  warnBytes: 40,
};
const plain: OutputOption = { kind: 'text', modes: [], limitBytes: 6 };

/** Typed text, and the JSON that is sent. */
const sent: readonly (readonly [name: string, text: string, json: string])[] = [
  ['an object', '{"a":[1,"b",true,null,{}]}', '{"a":[1,"b",true,null,{}]}'],
  ['an empty object', ' {} ', '{}'],
  ['comments', '// why\n{ "a": 1, /* and */ "b": 2 } // end', '{"a":1,"b":2}'],
  ['trailing commas', '{ "a": [1, 2,], }', '{"a":[1,2]}'],
  ['a byte order mark', '\uFEFF{"a":1}', '{"a":1}'],
  ['a big number', '{"a":12345678901234567890}', '{"a":12345678901234567890}'],
  ['trailing zeros', '{"a":1.10,"b":-0.0,"c":1e400}', '{"a":1.10,"b":-0.0,"c":1e400}'],
  ['escapes', '{"\\u0061":"\\n\\ud83d\\ude00"}', '{"a":"\\n😀"}'],
  ['a key that is no prototype', '{"__proto__":{"x":1}}', '{"__proto__":{"x":1}}'],
];

for (const [name, text, json] of sent) {
  test(`${name} is sent as ${json}`, () => {
    const parsed = parseOutput(text, object);
    assert.equal(parsed.kind, 'ok');
    assert.deepEqual(parsed.warnings, []);
    assert.equal(parsed.output?.kind, 'object');
    assert.equal(parsed.output.mode, 'replace');
    assert.equal(stringifyJson(parsed.output.value), json);
    assert.equal(parsed.bytes, new TextEncoder().encode(json).length);
  });
}

test('the mode is the one asked for', () => {
  const parsed = parseOutput('{}', object, 'merge');
  assert.equal(
    parsed.kind === 'ok' && parsed.output?.kind === 'object' && parsed.output.mode,
    'merge',
  );
});

for (const text of ['', '  \n', '// nothing yet', '/* {"a":1} */']) {
  test(`${JSON.stringify(text)} is no output, not an empty one`, () => {
    assert.deepEqual(parseOutput(text, object), {
      kind: 'ok',
      output: undefined,
      bytes: 0,
      warnings: [],
    });
  });
}

/** Typed text with the place of each problem between « and ». */
const problems: readonly (readonly [marked: string, severity: string, message: RegExp])[] = [
  ['«[»1]', 'error', /must be a JSON object/],
  [' «"text"»', 'error', /must be a JSON object/],
  ['«12»', 'error', /must be a JSON object/],
  ['«null» // x', 'error', /must be a JSON object/],
  ['{«a»: 1}', 'error', /double quotes/],
  ['{"a" «1»}', 'error', /colon/],
  ['{"a": 1 «"b"»: 2}', 'error', /comma/],
  ['{"a": «}»', 'error', /value belongs here/],
  ['{"a": 1} «x»', 'error', /Nothing may follow|no JSON value/],
  ['{"a": 1, «"a"»: 2}', 'warning', /"a" stands here again: the last one counts/],
  ['{"x": {"a": 1, «"a"»: 2}}', 'warning', /"a" stands here again/],
  [` «{»"a": "${'x'.repeat(40)}"}`, 'warning', /has 48 bytes: above 40 bytes/],
  [` «{»"a": "${'ä'.repeat(30)}"}`, 'error', /has 68 bytes, and the engine takes 60 bytes at most/],
];

for (const [marked, severity, message] of problems) {
  test(`${severity} in ${marked}`, () => {
    const offset = marked.indexOf('«');
    const length = marked.indexOf('»') - offset - 1;
    const found = problemsOf(parseOutput(marked.replace(/[«»]/g, ''), object));
    const [problem] = found;
    assert.deepEqual([problem?.offset, problem?.length], [offset, length], JSON.stringify(found));
    assert.equal(problem?.severity, severity);
    assert.match(problem?.message ?? '', message);
  });
}

test('text that breaks off is an error', () => {
  for (const text of ['{', '{"a', '{"a": 1', '{"a": [', '/* x', '{"a": "\\u00"}', '{"a": "\\q"}']) {
    const parsed = parseOutput(text, object);
    assert.equal(parsed.kind, 'bad', text);
    assert.equal(
      parsed.problems.every(({ message }) => message.endsWith('.')),
      true,
    );
  }
});

test('an output that is nested without end is refused, not a crash', () => {
  for (const depth of [1000, 3000, 200_000]) {
    const text = `// {[\n{"a":${'['.repeat(depth)}1.0${']'.repeat(depth)}}`;
    const parsed = parseOutput(text, { ...object, limitBytes: 1e9 });
    assert.equal(parsed.kind, 'bad');
    const [problem] = parsed.problems;
    assert.deepEqual([problem?.offset, problem?.length], [text.indexOf('{"') + 5 + 999, 1]);
    assert.match(problem?.message ?? '', /nested more than 1000 levels deep here/);
  }
  const deepest = `{"a":${'['.repeat(999)}1.0${']'.repeat(999)}}`;
  const parsed = parseOutput(deepest, { ...object, limitBytes: 1e9, warnBytes: 1e9 });
  assert.equal(parsed.kind === 'ok' && parsed.bytes, deepest.length);
});

test('text goes through as it is, and its bytes count', () => {
  assert.deepEqual(parseOutput(' {ä} ', plain), {
    kind: 'ok',
    output: { kind: 'text', text: ' {ä} ' },
    bytes: 6,
    warnings: [],
  });
  assert.equal(parseOutput('1234567', plain).kind, 'bad');
  const none = parseOutput('', plain);
  assert.deepEqual([none.kind, none.kind === 'ok' && none.output], ['ok', undefined]);
});

test('an output is shown with its digits, and reads back as the same', () => {
  const output = parseJson('{"n":1.10,"big":12345678901234567890,"list":[{}]}');
  const text = formatOutput(output as Parameters<typeof formatOutput>[0]);
  assert.match(text, /^\{\n {2}"n": 1\.10,\n {2}"big": 12345678901234567890/);
  const parsed = parseOutput(text, object);
  assert.deepEqual(
    parsed.kind === 'ok' && parsed.output?.kind === 'object' && parsed.output.value,
    output,
  );
  assert.equal(formatOutput('as it is\n'), 'as it is\n');
  assert.equal(formatOutput(undefined), '');
});

function problemsOf(parsed: ParsedOutput) {
  return parsed.kind === 'ok' ? parsed.warnings : parsed.problems;
}
