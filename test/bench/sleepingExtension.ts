import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle, packedBundles } from '../../scripts/bundles.ts';
import { inRoot } from '../../scripts/root.ts';
import { packFolder } from '../../scripts/vscode/packFolder.ts';
import { packedFiles } from '../../scripts/vsix.ts';

/** A packed extension that nothing but one of its commands activates. */
export interface SleepingExtension {
  readonly vsix: string;
  /** As VS Code lists it. */
  readonly name: string;
  /** The command's title, with its category. */
  readonly command: string;
}

/**
 * Our package, but for its activation at the start of VS Code: half of the times taken amid a
 * start are those of everything else that starts.
 */
export async function packOurs(folder: string): Promise<SleepingExtension> {
  for (const name of packedBundles) await buildBundle(name, true);
  const source = join(folder, 'ours');
  for (const file of packedFiles) cpSync(inRoot(file), join(source, file));
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as object;
  const vsix = await packFolder(source, { ...manifest, activationEvents: [] });
  return { vsix, name: 'Workflow Tasks', command: 'Workflow Tasks: Show Log' };
}

/** An extension that does nothing. */
export async function packEmpty(folder: string): Promise<SleepingExtension> {
  const source = join(folder, 'empty');
  const code = 'exports.activate = () => undefined;\n';
  mkdirSync(source);
  writeFileSync(join(source, 'README.md'), 'Does nothing.\n');
  writeFileSync(join(source, 'extension.js'), code);
  const vsix = await packFolder(source, {
    name: 'empty',
    displayName: 'Empty Extension',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    contributes: {
      commands: [{ command: 'empty.wake', category: 'Empty Extension', title: 'Wake' }],
    },
  });
  return { vsix, name: 'Empty Extension', command: 'Empty Extension: Wake' };
}
