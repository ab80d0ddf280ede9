import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packVsix } from '../../scripts/vsix.ts';

test('the package holds the listed files and stays within its size', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'vsix-'));
  context.after(() => rmSync(folder, { recursive: true }));

  const vsix = await packVsix(join(folder, 'workflow-tasks.vsix'));

  assert.ok(vsix.sizeBytes > 0 && vsix.sizeBytes <= 700_000, `${vsix.sizeBytes} bytes`);
});
