import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyAdditions } from '../../../../src/host/outputLanguage/keyAdditions.ts';
import { treeOf } from '../../../../src/host/outputLanguage/outputFindings.ts';

const paths = [['rate'], ['approval', 'by'], ['approval', 'at']];

/** The text with the keys added, their values as null. */
function added(text: string, keys: readonly (readonly string[])[] = paths): string {
  const tree = treeOf(text);
  assert.ok(tree);
  return keyAdditions(text, tree, keys)
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((before, { offset, end, parts }) => {
      const put = parts.map((part) => ('text' in part ? part.text : 'null')).join('');
      return before.slice(0, offset) + put + before.slice(end);
    }, text);
}

const whole = '{\n  "rate": null,\n  "approval": {\n    "by": null,\n    "at": null\n  }\n}';

test('missing keys are added to an empty object, nested ones together', () => {
  assert.equal(added('{}'), whole);
  assert.equal(added('{\n}'), whole);
});

test('missing keys go behind what stands there, with the commas that are missing', () => {
  assert.equal(added('{"a": 1}', [['b']]), '{"a": 1,\n  "b": null\n}');
  assert.equal(added('{\n  "a": 1,\n}', [['b']]), '{\n  "a": 1,\n  "b": null\n}');
  assert.equal(added('{\n  "a": 1 // why\n}', [['b']]), '{\n  "a": 1, // why\n  "b": null\n}');
  assert.equal(added('{\n  // nothing\n}', [['b']]), '{\n  // nothing\n  "b": null\n}');
});

test('a key below an object that is there goes into it', () => {
  assert.equal(
    added('{\n  "approval": { "on": 1 }\n}', [['approval', 'by'], ['x']]),
    '{\n  "approval": { "on": 1,\n    "by": null\n  },\n  "x": null\n}',
  );
});

test('nothing is put below a value that is no object', () => {
  assert.equal(added('{ "approval": "yes" }', [['approval', 'by']]), '{ "approval": "yes" }');
});
