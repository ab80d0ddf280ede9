import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derivedFiles } from '../../scripts/manifest/derived.ts';
import { readPackageJson } from '../../scripts/manifest/packageJson.ts';
import { tables, withTable } from '../../scripts/manifest/tables.ts';

test('what is made from package.json is up to date', () => {
  const files = derivedFiles();

  assert.deepEqual(
    files.map(({ path }) => path),
    ['src/host/manifest.generated.ts', 'docs/commands.md', 'docs/keys.md', 'docs/settings.md'],
  );
  for (const { path, current, wanted } of files) {
    assert.ok(current.length > 0, `${path} is missing`);
    assert.equal(current, wanted, `${path}: run "npm run manifest"`);
  }
});

test('a table replaces what stood between its markers and nothing else', () => {
  const page = 'before\n<!-- keys -->\nold\n<!-- /keys -->\nafter\n';

  const updated = withTable(page, 'keys', 'new');

  assert.equal(updated, 'before\n<!-- keys -->\n\nnew\n\n<!-- /keys -->\nafter\n');
  assert.equal(withTable(updated, 'keys', 'new'), updated);
});

test('a missing marker is named', () => {
  assert.throws(() => withTable('no markers', 'keys', 'new'), /<!-- keys -->/);
});

test('a key stands once in its table, with every place where it works', () => {
  const { keys = '' } = tables(readPackageJson());
  const rows = keys.split('\n').slice(2);

  assert.ok(rows.includes('| `C` * | Complete Task | Workflows view, Waiting view |'));
  assert.deepEqual(
    rows.filter((row) => row.endsWith('| everywhere |')),
    [],
  );
});
