import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PackageJson } from '../../scripts/manifest/packageJson.ts';
import { extension } from './extension.ts';

describe('activation', () => {
  it('succeeds', async () => {
    await extension().activate();

    assert.equal(extension().isActive, true);
  });

  it('registers every command that package.json contributes', async () => {
    await extension().activate();
    const manifest = extension().packageJSON as PackageJson;
    const contributed = manifest.contributes.commands.map(({ command }) => command);

    const registered = new Set(await vscode.commands.getCommands(true));

    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.filter((id) => !registered.has(id)),
      [],
    );
  });
});
