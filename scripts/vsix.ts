import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildBundle, packedBundles } from './bundles.ts';
import { inRoot } from './root.ts';
import { mustRun } from './run.ts';

export const vsixPath = inRoot('dist/workflow-tasks.vsix');

/** The files of a package, no more and no less. */
export const packedFiles: readonly string[] = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/engines.cjs',
  'dist/extension.cjs',
  'dist/mock.cjs',
  'dist/onDemand.cjs',
  'media/activity-bar.svg',
  'media/icon.png',
  'media/list.language.json',
  'media/list.tmLanguage.json',
  'media/output.schema.json',
  'package.json',
];

const maximumBytes = 700_000;

export interface Vsix {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Builds for production and packs. Throws one sentence if the files or the size are wrong. */
export async function packVsix(path: string = vsixPath): Promise<Vsix> {
  for (const name of packedBundles) await buildBundle(name, true);
  mkdirSync(dirname(path), { recursive: true });
  await mustRun('vsce', ['package', '--no-dependencies', '--out', path], { quiet: true });
  const files = await listedFiles();
  if (files.join() !== packedFiles.join()) {
    throw new Error(`The package holds ${files.join(', ')} instead of ${packedFiles.join(', ')}.`);
  }
  const sizeBytes = statSync(path).size;
  if (sizeBytes > maximumBytes) {
    throw new Error(`The package has ${sizeBytes} bytes; at most ${maximumBytes} are allowed.`);
  }
  return { path, sizeBytes };
}

async function listedFiles(): Promise<readonly string[]> {
  const output = await mustRun('vsce', ['ls', '--no-dependencies'], { quiet: true });
  return output.trim().split(/\r?\n/).sort();
}
