import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  namePattern,
  readTestFiles,
  selectTests,
  unitFolders,
} from '../../../scripts/unit/selectTests.ts';

const all = [
  { path: 'test/unit/app/journal.test.ts', text: "test('an entry is kept', () => {});" },
  { path: 'test/unit/app/drafts.test.ts', text: "test('a draft is kept', () => {}); // (why?)" },
  { path: 'test/manifest/lock.test.ts', text: 'test(`the lock (file)`, () => {});' },
];

test('a word selects the files whose paths hold it', () => {
  assert.deepEqual(selectTests(['JOURNAL'], all), {
    files: ['test/unit/app/journal.test.ts'],
    names: [],
  });
});

test('a word that no path holds selects the tests whose names hold it', () => {
  assert.deepEqual(selectTests(['is kept'], all), {
    files: ['test/unit/app/journal.test.ts', 'test/unit/app/drafts.test.ts'],
    names: ['is kept'],
  });
});

test('a path and a name together select the tests of that name in these files', () => {
  assert.deepEqual(selectTests(['drafts', 'is kept'], all), {
    files: ['test/unit/app/drafts.test.ts'],
    names: ['is kept'],
  });
});

test('a name is a text, not a pattern', () => {
  assert.deepEqual(selectTests(['lock (file)'], all).files, ['test/manifest/lock.test.ts']);
  assert.equal(namePattern('a/b (c)'), String.raw`/a\/b \(c\)/i`);
});

test('a word that is in no path and in no name is named', () => {
  assert.throws(() => selectTests(['(why?)'], all), /"\(why\?\)"/);
  assert.throws(() => selectTests(['journal', 'a draft'], all), /"a draft"/);
});

test('every folder of tests is read', () => {
  const folders = readTestFiles().map(({ path }) => path.split('/')[1]);

  assert.deepEqual(new Set(folders), new Set(unitFolders));
});
