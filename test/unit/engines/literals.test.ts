import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

import { parseJson } from '../../../src/domain/json.ts';
import { pythonLiteral } from '../../../src/engines/pythonLiteral.ts';
import { quoted } from '../../../src/engines/literal.ts';
import { rawJsonHelper, typescriptLiteral } from '../../../src/engines/typescriptLiteral.ts';
import { runProgram } from '../../support/runProgram.ts';

const texts = [
  'null',
  '{}',
  '[[],{}]',
  '{"a":[1,-2.5,true,false,null,{"b":{"c":"d"}}]}',
  '{"n":12345678901234567890,"m":-9007199254740993}',
  '{"__proto__":{"x":1},"constructor":2,"":3}',
  String.raw`{"q":"\"'\\` + String.raw`\n\t\u0000 ${'$'}{x} #{y} %s"}`,
  '{"ä😀":"👩‍🚀 日本語"}',
  String.raw`"\ud800"`,
];

test('a literal of TypeScript is the same JSON again, digit for digit', () => {
  for (const text of [...texts, '{"f":1.50,"e":1E400}']) {
    const code = typescriptLiteral(parseJson(text), 3);
    const script = `JSON.stringify(${code.replaceAll('rawJson(', 'JSON.rawJSON(')})`;
    assert.equal(runInNewContext(script), text, code);
  }
});

test('a literal of Python is the same JSON again, whole numbers digit for digit', async (t) => {
  const read =
    'import ast, json, sys\nfor code in json.load(sys.stdin): print(json.dumps(json.dumps(ast.literal_eval(code))))';
  const codes = texts.map((text) => pythonLiteral(parseJson(text)));
  const ran = await runProgram('python3', ['-c', read], { input: JSON.stringify(codes) });
  if (ran === undefined) {
    t.skip('there is no Python here');
    return;
  }
  const lines = ran.output.trimEnd().split('\n');
  assert.equal(lines.length, texts.length, ran.output);
  for (const [index, line] of lines.entries()) {
    const printed = JSON.parse(line) as string;
    assert.deepEqual(parseJson(printed), parseJson(texts[index] ?? ''), texts[index]);
  }
});

test('a helper comes along only where long digits need it', () => {
  assert.deepEqual(rawJsonHelper(typescriptLiteral(parseJson('{"a":1.5}'))), []);
  const helper = rawJsonHelper(typescriptLiteral(parseJson('{"a":12345678901234567890}')));
  assert.match(helper.join('\n'), /function rawJson/);
});

test('characters that turn or hide text are escaped', () => {
  const hidden = 'a\u202eb\u200bc\ufeffd\u2028e';
  assert.equal(quoted(hidden), String.raw`"a\u202eb\u200bc\ufeffd\u2028e"`);
  assert.equal(JSON.parse(quoted(hidden)), hidden);
});
