import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inRoot } from '../../scripts/root.ts';
import { ensureNpmBuild } from '../../scripts/vscode/npmBuild.ts';
import { packFolder } from '../../scripts/vscode/packFolder.ts';
import { newest } from '../../scripts/vscode/releases.ts';
import { installExtension } from '../../scripts/vscode/server.ts';
import { packVsix } from '../../scripts/vsix.ts';

/** Installs our package, and beside it the extension that sends as a person would. */
export async function installForKills(folder: string): Promise<{ readonly extensionsDir: string }> {
  const place = { userDataDir: join(folder, 'install'), extensionsDir: join(folder, 'extensions') };
  const npmBuild = await ensureNpmBuild(newest);
  for (const vsix of [(await packVsix()).path, await packDriver(join(folder, 'driver'))]) {
    await installExtension(npmBuild, vsix, place);
  }
  return place;
}

async function packDriver(folder: string): Promise<string> {
  mkdirSync(folder);
  await build({
    entryPoints: [inRoot('test/kill/driverExtension.ts')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'README.md'), 'Sends updates as a person would.\n');
  return packFolder(folder, {
    name: 'driver',
    displayName: 'Driver',
    publisher: 'kill',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
  });
}
