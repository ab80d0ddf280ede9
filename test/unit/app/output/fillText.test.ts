import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillText } from '../../../../src/app/output/fillText.ts';
import type { OutputOption } from '../../../../src/domain/taskUpdate.ts';

const object: OutputOption = { kind: 'object', modes: ['merge'], limitBytes: 100 };
const text: OutputOption = { kind: 'text', modes: [], limitBytes: 100 };

test('JSON in one line is laid out, with the digits as they came', () => {
  assert.deepEqual(fillText('{"n":12345678901234567890,"f":1.0, "n":1e3 /* x */,}', object, 'It'), {
    kind: 'ok',
    text: '{\n  "n": 12345678901234567890,\n  "f": 1.0,\n  "n": 1e3 /* x */,\n}\n',
  });
});

test('JSON in lines stays as it is', () => {
  const own = '\n{ // mine\n    "a":   1,\n}\n\n';

  assert.deepEqual(fillText(own, object, 'It'), { kind: 'ok', text: `${own.trim()}\n` });
});

test('a byte order mark is left out', () => {
  assert.deepEqual(fillText('\uFEFF{}', object, 'It'), { kind: 'ok', text: '{}\n' });
});

test('plain text is refused, with a way out', () => {
  assert.deepEqual(fillText('say "hi"', object, 'The clipboard'), {
    kind: 'invalid',
    message: 'The clipboard holds plain text, and this task takes a JSON object.',
    wrapped: { label: 'Fill In as {"text": …}', text: '{\n  "text": "say \\"hi\\""\n}\n' },
  });
});

test('broken JSON says where it breaks', () => {
  const filled = fillText('{\n  "a": 1\n  "b": 2\n}', object, 'a.json');

  assert.equal(
    filled.kind === 'invalid' && filled.message,
    'a.json is no JSON, line 3: A comma is missing here.',
  );
});

test('JSON that is no object can be put below a key, to the digit', () => {
  const filled = fillText('[12345678901234567890] // list', object, 'The clipboard');

  assert.deepEqual(filled.kind === 'invalid' && filled.wrapped, {
    label: 'Fill In as {"value": …}',
    text: '{\n  "value": [\n    12345678901234567890\n  ] // list\n}\n',
  });
});

test('what is too large is refused with the limit, also when it would be wrapped', () => {
  const message = 'The output has 113 bytes, and the engine takes 100 bytes at most: shorten it.';

  assert.deepEqual(fillText(`{"a":"${'x'.repeat(105)}"}`, object, 'It'), {
    kind: 'invalid',
    message,
  });
  assert.equal(fillText('x'.repeat(99), object, 'It').kind, 'invalid');
  assert.ok(!('wrapped' in fillText('x'.repeat(99), object, 'It')));
  assert.deepEqual(fillText('é'.repeat(60), text, 'It'), {
    kind: 'invalid',
    message: 'The output has 120 bytes, and the engine takes 100 bytes at most: shorten it.',
  });
});

test('text for a text result goes in as it is', () => {
  assert.deepEqual(fillText('  {"a":1}\n\n', text, 'It'), { kind: 'ok', text: '  {"a":1}\n\n' });
});

test('nothing is said to be nothing', () => {
  for (const option of [object, text]) {
    assert.deepEqual(fillText(' \n', option, 'The clipboard'), {
      kind: 'invalid',
      message: 'The clipboard is empty.',
    });
  }
  assert.equal(fillText('// only this', object, 'It').kind, 'invalid');
});

test('what is nested beyond reading is refused', () => {
  const filled = fillText(`{"a":${'['.repeat(100_000)}`, { ...object, limitBytes: 1e9 }, 'It');

  assert.equal(filled.kind, 'invalid');
  assert.match(
    filled.message,
    /^It is no JSON, line 1: It is nested more than 1000 levels deep here/,
  );
});

test('a long line of JSON is laid out in one go', () => {
  const items = Array.from({ length: 20_000 }, (_, index) => index);
  const filled = fillText(JSON.stringify({ items }), { ...object, limitBytes: 1e6 }, 'The file');

  assert.ok(filled.kind === 'ok');
  assert.equal(filled.text, `${JSON.stringify({ items }, null, 2)}\n`);
});
