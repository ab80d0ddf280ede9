import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileSteps } from '../../../../src/app/recipes/fileSteps.ts';

test('a path below the workspace is split at slashes of either kind', () => {
  assert.deepEqual(fileSteps('a.json'), ['a.json']);
  assert.deepEqual(fileSteps('./data\\x//a..b.json'), ['data', 'x', 'a..b.json']);
});

test('a path that begins elsewhere or leads out is none', () => {
  const paths = [
    '/etc/hosts',
    '\\\\server\\x',
    'C:\\x',
    'c:x',
    '../x',
    'a/../../x',
    'a/..',
    'a\0b',
  ];

  assert.deepEqual(
    paths.filter((path) => fileSteps(path) !== undefined),
    [],
  );
});
