/**
 * `npm run test:host [-- --release 1.100]` runs the suite in test/host inside VS Code, once for
 * every supported release, each with a fresh profile.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { buildBundle, bundleFiles, bundleNames } from './bundles.ts';
import type { Counts } from './counts.ts';
import { closingLine, exitCodeOf, sum } from './counts.ts';
import { inRoot, root } from './root.ts';
import type { Release } from './vscode/releases.ts';
import { newest, oldest, toRelease } from './vscode/releases.ts';
import { testExecutable } from './vscode/testExecutable.ts';

interface Result extends Counts {
  /** One line for each test; a failure's goes on with its stack. */
  readonly lines: readonly string[];
}

const { values } = parseArgs({ options: { release: { type: 'string' } } });
const chosen: readonly Release[] =
  values.release === undefined ? [oldest, newest] : [toRelease(values.release)];

for (const name of bundleNames) await buildBundle(name, false);
const counts: Counts[] = [];
for (const release of chosen) {
  const result = await runIn(release);
  counts.push(result);
  console.log(result.lines.join('\n'));
  console.log(`host ${release}: ${closingLine(result)}`);
}
console.log(closingLine(sum(counts)));
process.exitCode = exitCodeOf(sum(counts));

async function runIn(release: Release): Promise<Result> {
  // In the temporary folder, since macOS allows sockets only short paths.
  const profile = mkdtempSync(join(tmpdir(), 'wt-host-'));
  const resultPath = join(profile, 'result.json');
  const workspace = join(profile, 'workspace');
  mkdirSync(workspace);
  try {
    await runTests({
      vscodeExecutablePath: await testExecutable(release),
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot(bundleFiles.hostTests),
      launchArgs: [
        workspace,
        `--user-data-dir=${join(profile, 'user')}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: {
        WORKFLOW_TASKS_RESULT: resultPath,
        WORKFLOW_TASKS_VSCODE_RELEASE: release,
      },
    });
    return readResult(resultPath) ?? broken('The suite left no result.');
  } catch (error) {
    return readResult(resultPath) ?? broken(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readResult(path: string): Result | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : undefined;
}

/** A run that never came to its tests counts as one failure. */
function broken(why: string): Result {
  return { passed: 0, failed: 1, lines: [`✖ the suite did not run: ${why}`] };
}
