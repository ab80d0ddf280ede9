import { buildBundle, bundleNames } from '../../scripts/bundles.ts';
import type { Counts } from '../../scripts/counts.ts';
import { makeProfile, removeProfile, runHostSuite } from '../../scripts/vscode/hostSuite.ts';
import { newest } from '../../scripts/vscode/releases.ts';

export interface InsideVsCodeOptions {
  /** The server's origin, without /api. */
  readonly url: string;
  log(line: string): void;
}

/**
 * Runs test/real/insideVsCode in the newest VS Code against a Conductor server, through the
 * extension's own commands and documents. The journal proves the result.
 */
export async function runInsideVsCode({ url, log }: InsideVsCodeOptions): Promise<Counts> {
  for (const name of bundleNames) await buildBundle(name, false);
  const profile = makeProfile();
  try {
    const { lines, passed, failed } = await runHostSuite({
      release: newest,
      suite: 'real',
      profile,
      settings: {},
      env: { WORKFLOW_TASKS_CONDUCTOR: url },
    });
    for (const line of lines) log(line);
    return { passed, failed };
  } finally {
    removeProfile(profile);
  }
}
