/**
 * `npm run test:host [-- --release 1.100] [-- --only TEXT]` runs the suite of test/host inside
 * VS Code, once for each supported release, each with a fresh profile. The suite ends in the middle
 * of two updates. VS Code then starts again with the same profile, and test/host/returning checks
 * their outcomes. --only runs the tests of test/host whose names hold the text.
 */
import { parseArgs } from 'node:util';
import { startGate } from '../test/support/gate.ts';
import { startMock } from '../test/support/startMock.ts';
import type { HostSuite } from './bundles.ts';
import { buildBundle, bundleNames } from './bundles.ts';
import type { Counts } from './counts.ts';
import { closingLine, exitCodeOf, sum } from './counts.ts';
import { makeProfile, removeProfile, runHostSuite } from './vscode/hostSuite.ts';
import type { Release } from './vscode/releases.ts';
import { newest, oldest, toRelease } from './vscode/releases.ts';

/** One release of VS Code with its profile, and the servers that outlive a window. */
interface Stand {
  readonly release: Release;
  run(suite: HostSuite): Promise<Counts>;
  close(): Promise<void>;
}

const { values } = parseArgs({
  options: { release: { type: 'string' }, only: { type: 'string' } },
});
const chosen: readonly Release[] =
  values.release === undefined ? [oldest, newest] : [toRelease(values.release)];

for (const name of bundleNames) await buildBundle(name, false);
const stands = await Promise.all(chosen.map(prepare));
const counts: Counts[] = [];
try {
  // All releases run `host` before the first runs `returning`: the unfinished updates need a minute to settle.
  const suites = values.only === undefined ? (['host', 'returning'] as const) : (['host'] as const);
  for (const suite of suites) {
    for (const stand of stands) counts.push(await stand.run(suite));
  }
} finally {
  for (const stand of stands) await stand.close();
}
console.log(closingLine(sum(counts)));
process.exitCode = exitCodeOf(sum(counts));

async function prepare(release: Release): Promise<Stand> {
  const profile = makeProfile();
  const mock = await startMock({ seed: 'empty' });
  const gate = await startGate(new URL(mock.conductorUrl).origin);
  const connection = { id: 'gate', name: 'Gate', engine: 'conductor', url: gate.url };
  return {
    release,
    async run(suite) {
      const result = await runHostSuite({
        release,
        suite,
        profile,
        ...(suite === 'host' ? { settings: { 'workflowTasks.connections': [connection] } } : {}),
        env: {
          WORKFLOW_TASKS_GATE: gate.url,
          ...(values.only === undefined ? {} : { WORKFLOW_TASKS_ONLY: values.only }),
        },
      });
      console.log(result.lines.join('\n'));
      console.log(`${suite} ${release}: ${closingLine(result)}`);
      return result;
    },
    async close() {
      await gate.close();
      await mock.close();
      removeProfile(profile);
    },
  };
}
