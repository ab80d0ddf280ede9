import { inRoot } from '../root.ts';
import { findDesktop } from './desktop.ts';
import { ensureNpmBuild } from './npmBuild.ts';
import type { Release } from './releases.ts';

/** The program for @vscode/test-electron: the desktop build, else the runner of the npm build. */
export async function testExecutable(release: Release): Promise<string> {
  const desktop = await findDesktop(release);
  if (desktop) return desktop;
  await ensureNpmBuild(release);
  return inRoot('scripts/vscode/runner.ts');
}
