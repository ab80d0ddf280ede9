import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../scripts/root.ts';
import { packVsix } from '../../scripts/vsix.ts';

test('the package holds the listed files and stays within its size', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'vsix-'));
  context.after(() => rmSync(folder, { recursive: true }));

  const vsix = await packVsix(join(folder, 'workflow-tasks.vsix'));

  assert.ok(vsix.sizeBytes > 0 && vsix.sizeBytes <= 700_000, `${vsix.sizeBytes} bytes`);
});

test('every picture in the README is there', () => {
  const readme = readFileSync(inRoot('README.md'), 'utf8');
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);

  assert.deepEqual(
    pictures.filter((path) => !existsSync(inRoot(path))),
    [],
  );
});
