import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PackageJson } from '../../scripts/manifest/packageJson.ts';
import { extension } from './extension.ts';
import { gateRecord, gateUrl } from './gateRecord.ts';
import { staysTrue } from './staysTrue.ts';

// The first file of the suite: no view was opened yet, and the settings name a connection.
describe('activation', () => {
  it('requests nothing from the connections of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('workflowTasks');
    const [connection] = settings.get<readonly { readonly url: string }[]>('connections', []);
    assert.equal(connection?.url, gateUrl());

    await extension().activate();

    assert.equal(extension().isActive, true);
    await staysTrue('no request', 1_000, async () => (await gateRecord()).requests.length === 0);
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
