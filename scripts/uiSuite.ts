import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { closingCounts } from './counts.ts';
import { run } from './run.ts';
import { ensureNpmBuild } from './vscode/npmBuild.ts';
import { newest } from './vscode/releases.ts';
import { installExtension } from './vscode/server.ts';
import { packVsix } from './vsix.ts';

// A window waits about half of its time: two windows keep two cores busy.
const atOnce = 2;

/** Packs the extension, installs the package once, and runs the test files in fresh windows. */
export async function runUiSuite(
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'wt-vsix-'));
  try {
    const extensionsDir = join(folder, 'extensions');
    const { path } = await packVsix();
    await installExtension(await ensureNpmBuild(newest), path, {
      userDataDir: join(folder, 'user'),
      extensionsDir,
    });
    const { output } = await run('node', ['--test', `--test-concurrency=${atOnce}`, ...files], {
      env: { ...env, WORKFLOW_TASKS_EXTENSIONS: extensionsDir },
    });
    return closingCounts(output) ?? { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
