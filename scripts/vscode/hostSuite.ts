import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { HostSuite } from '../bundles.ts';
import { bundleFiles } from '../bundles.ts';
import type { Counts } from '../counts.ts';
import { inRoot, root } from '../root.ts';
import { writeSettings } from './profile.ts';
import type { Release } from './releases.ts';
import { testExecutable } from './testExecutable.ts';

export interface HostSuiteResult extends Counts {
  /** One line for each test; after a failed one comes its stack. */
  readonly lines: readonly string[];
}

export interface HostSuiteOptions {
  readonly release: Release;
  readonly suite: HostSuite;
  /** From makeProfile. A second run with it is the same user's next start of VS Code. */
  readonly profile: string;
  /** User settings for the start; without them the profile keeps its own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to process.env of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes the folder of a fresh user; removeProfile deletes it. */
export function makeProfile(): string {
  // The temporary folder has a short path: macOS allows no long paths for sockets.
  const profile = mkdtempSync(join(tmpdir(), 'wt-host-'));
  mkdirSync(join(profile, 'workspace'));
  return profile;
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts VS Code, runs a suite inside its extension host, and closes VS Code; never throws. */
export async function runHostSuite(options: HostSuiteOptions): Promise<HostSuiteResult> {
  const { release, suite, profile, settings, env } = options;
  const resultPath = join(profile, `${suite}.json`);
  const userDataDir = join(profile, 'user');
  try {
    if (settings) writeSettings(userDataDir, settings);
    await runTests({
      vscodeExecutablePath: await testExecutable(release),
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot(bundleFiles.hostTests),
      launchArgs: [
        join(profile, 'workspace'),
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: {
        ...env,
        WORKFLOW_TASKS_SUITE: suite,
        WORKFLOW_TASKS_RESULT: resultPath,
        WORKFLOW_TASKS_USER_DATA: userDataDir,
        WORKFLOW_TASKS_VSCODE_RELEASE: release,
      },
    });
    return readResult(resultPath) ?? broken('The suite left no result.');
  } catch (error) {
    return readResult(resultPath) ?? broken(error instanceof Error ? error.message : String(error));
  }
}

function readResult(path: string): HostSuiteResult | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as HostSuiteResult) : undefined;
}

/** A run that failed before its first test counts as one failure. */
function broken(why: string): HostSuiteResult {
  return { passed: 0, failed: 1, lines: [`✖ the suite did not run: ${why}`] };
}
