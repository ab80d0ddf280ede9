import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../run.ts';

/** Packs a folder as an extension with this manifest; returns the path of the package beside it. */
export async function packFolder(folder: string, manifest: object): Promise<string> {
  const vsix = `${folder}.vsix`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await mustRun('vsce', ['package', ...options, '--out', vsix], { cwd: folder, quiet: true });
  return vsix;
}
