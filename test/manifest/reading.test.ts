import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFiles } from './sourceFiles.ts';

const source = sourceFiles('src').filter(({ path }) => !path.endsWith('.generated.ts'));
const everything = [...source, ...sourceFiles('scripts'), ...sourceFiles('test')];

test('extension.ts fits one screen', () => {
  const extension = source.find(({ path }) => path === 'src/extension.ts');

  assert.ok(extension, 'src/extension.ts is missing');
  assert.ok(extension.lines <= 60, `${extension.lines} lines`);
});

test('no source file is longer than 300 lines, and half of them have at most 80', () => {
  const lengths = source.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? Infinity;

  assert.deepEqual(
    source.filter(({ lines }) => lines > 300).map(({ path }) => path),
    [],
  );
  assert.ok(median <= 80, `the median is ${median} lines`);
});

test('nothing is typed any', () => {
  assert.deepEqual(linesWith(/(?::|\bas|<|\|)\s*any\b(?!\s+\w)/), []);
});

test('no default export and no re-export of whole modules', () => {
  assert.deepEqual(linesWith(/^export (default\b|\*)/), []);
});

test('a lint rule is switched off only with its reason beside it', () => {
  const disables = linesWith(/(?:oxlint|eslint)-disable|@ts-(?:ignore|nocheck|expect-error)/);

  assert.deepEqual(
    disables.filter((line) => !/ -- \S+/.test(line)),
    [],
  );
});

test('nothing is left to be done later', () => {
  assert.deepEqual(linesWith(new RegExp(['TO', 'DO|FIX', 'ME|\\bXX', 'X\\b'].join(''))), []);
});

test('no test is skipped or runs alone', () => {
  assert.deepEqual(linesWith(/\b(?:test|it|describe|suite)\.(?:skip|only|todo)\(/), []);
});

/** "path:line: text" of every line that matches, this file left out. */
function linesWith(pattern: RegExp): readonly string[] {
  return everything
    .filter(({ path }) => !path.endsWith('reading.test.ts'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
}
