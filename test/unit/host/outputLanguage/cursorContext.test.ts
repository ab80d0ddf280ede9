import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorContextAt } from '../../../../src/host/outputLanguage/cursorContext.ts';

/** The place at the bar, with what a suggestion would replace as text. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const context = cursorContextAt(text, offset);
  if (context === undefined) return undefined;
  const replaced = text.slice(context.start, context.end);
  const { kind, path, needsComma } = context;
  if (kind === 'value') return { kind, path: path.join('.'), replaced, needsComma };
  const { present, hasColon, commaBefore } = context;
  return {
    kind,
    path: path.join('.'),
    replaced,
    present: [...present],
    hasColon,
    needsComma,
    comma: commaBefore === undefined ? '' : text.slice(0, commaBefore),
  };
}

const empty = {
  path: '',
  replaced: '',
  present: [],
  hasColon: false,
  needsComma: false,
  comma: '',
};

test('a key can stand in an empty object, typed or not', () => {
  assert.deepEqual(at('{|}'), { kind: 'key', ...empty });
  assert.deepEqual(at('{\n  |\n}'), { kind: 'key', ...empty });
  assert.deepEqual(at('{ "|" }'), { kind: 'key', ...empty, replaced: '""' });
  assert.deepEqual(at('{ "ap|" }'), { kind: 'key', ...empty, replaced: '"ap"' });
  assert.deepEqual(at('{ "ap|pr" }'), { kind: 'key', ...empty, replaced: '"appr"' });
  assert.deepEqual(at('{ ap| }'), { kind: 'key', ...empty, replaced: 'ap' });
});

test('a text that breaks off is replaced up to the cursor, and what follows still counts', () => {
  assert.deepEqual(at('{ "ap| }'), { kind: 'key', ...empty, replaced: '"ap' });
  assert.deepEqual(at('{ "ap|,\n "b": 1 }'), {
    kind: 'key',
    ...empty,
    replaced: '"ap',
    present: ['b'],
  });
});

test('the keys around the cursor are known, and which commas are missing', () => {
  assert.deepEqual(at('{ "a": 1, | "b": 2 }'), {
    kind: 'key',
    ...empty,
    present: ['a', 'b'],
    needsComma: true,
  });
  assert.deepEqual(at('{ "a": 1 |}'), {
    kind: 'key',
    ...empty,
    present: ['a'],
    comma: '{ "a": 1',
  });
  assert.deepEqual(at('{ "a": { "x": 1 } // why\n | }'), {
    kind: 'key',
    ...empty,
    present: ['a'],
    comma: '{ "a": { "x": 1 }',
  });
  assert.deepEqual(at('{ "a": 1, "b|": 2, "c": {"d": 3} }'), {
    kind: 'key',
    ...empty,
    replaced: '"b"',
    present: ['a', 'c'],
    hasColon: true,
  });
});

test('nested objects and lists have their path', () => {
  assert.deepEqual(at('{ "a": { "b": [ {}, { | } ] } }'), { kind: 'key', ...empty, path: 'a.b.1' });
  assert.deepEqual(at('{ "x": 1, "a": [1, |] }'), {
    kind: 'value',
    path: 'a.1',
    replaced: '',
    needsComma: false,
  });
});

test('a value is what stands after a colon', () => {
  const value = { kind: 'value', path: 'a', replaced: '', needsComma: false };
  assert.deepEqual(at('{ "a": | }'), value);
  assert.deepEqual(at('{ "a": tr| }'), { ...value, replaced: 'tr' });
  assert.deepEqual(at('{ "a": "yes|" }'), { ...value, replaced: '"yes"' });
  assert.deepEqual(at('{ "a": | "b": 1 }'), { ...value, needsComma: true });
  assert.deepEqual(at('{ "a": |, "b": 1 }'), value);
});

test('nothing is offered in comments, outside of the object, and before a colon', () => {
  assert.equal(at('{ // a |\n}'), undefined);
  assert.equal(at('{ /* | */ }'), undefined);
  assert.equal(at('|{}'), undefined);
  assert.equal(at('{} |'), undefined);
  assert.equal(at('|'), undefined);
  assert.equal(at('{ "a" | }'), undefined);
});

test('a comma in a comment is no comma, and after a comment one can type', () => {
  assert.deepEqual(at('{ "a": 1 /* , */ | }'), {
    kind: 'key',
    ...empty,
    present: ['a'],
    comma: '{ "a": 1',
  });
});
