/**
 * `npm run test:sim [-- --seeds N] [--from S] [--profile honest|hostile|lying]` plays N seeds of each
 * profile, or of one: the app layer with all engines against the mock, in one process and in virtual
 * time. A seed that breaks a promise is shrunk and printed. `--from S --seeds 1` plays it again.
 */
import { parseArgs } from 'node:util';
import { profiles } from '../test/sim/profiles.ts';
import type { ProfileName } from '../test/sim/profiles.ts';
import { reportLines } from '../test/sim/report.ts';
import type { Failure, Report } from '../test/sim/report.ts';
import { runRange } from '../test/sim/runRange.ts';
import { runSeed } from '../test/sim/runSeed.ts';
import { shrink } from '../test/sim/shrink.ts';
import { closingLine, exitCodeOf, noCounts, sum } from './counts.ts';

const mostShown = 3;
// In so many seeds of a profile, everything that can happen happens.
const enoughSeeds = 300;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});
const names = Object.keys(profiles) as ProfileName[];
const chosen = names.filter((name) => values.profile === undefined || values.profile === name);
const [count, from] = [Number(values.seeds), Number(values.from)];
if (chosen.length === 0 || !Number.isInteger(count) || !Number.isInteger(from)) {
  console.error(`Usage: npm run test:sim -- [--seeds N] [--from S] [--profile ${names.join('|')}]`);
  process.exit(2);
}

let counts = noCounts;
for (const profile of chosen) {
  const started = Date.now();
  const report = await runRange({ profile, from, count });
  const seconds = ((Date.now() - started) / 1_000).toFixed(0);
  console.log([...reportLines(profile, report), `  in ${seconds} s`].join('\n'));
  for (const failure of worthShowing(report)) await show(profile, failure);
  const failed = report.failures.length;
  counts = sum([counts, { passed: report.seeds - failed, failed }]);
  for (const kind of count < enoughSeeds ? [] : neverSeen(profile, report)) {
    console.log(`  NEVER HAPPENED: ${kind}`);
    counts = sum([counts, { passed: 0, failed: 1 }]);
  }
}
console.log(closingLine(counts));
process.exitCode = exitCodeOf(counts);

/** The first failures, each with a promise that none before it broke. */
function worthShowing({ failures }: Report): readonly Failure[] {
  const shown = new Set<string>();
  const fresh = failures.filter(({ violations }) => {
    const isFresh = violations.some(({ promise }) => !shown.has(promise));
    for (const { promise } of violations) shown.add(promise);
    return isFresh;
  });
  return fresh.slice(0, mostShown);
}

/** The faults and operations of a profile that did not happen: they test nothing. */
function neverSeen(profile: ProfileName, { faults, operations }: Report): readonly string[] {
  const wanted = [
    ...Object.keys(profiles[profile].faults),
    ...Object.keys(profiles[profile].operations),
  ];
  return wanted.filter((kind) => !(kind in faults) && !(kind in operations));
}

async function show(profile: ProfileName, { seed, violations }: Failure): Promise<void> {
  for (const { promise, text } of violations) console.log(`\nseed ${seed}: ${promise}: ${text}`);
  const [first] = violations;
  if (first === undefined) return;
  const only = await shrink(seed, profile, first.promise);
  const { lines } = await runSeed(seed, profile, { only, isTraced: true });
  console.log(`Shrunk to the operations ${only.join(', ')}:\n${lines.join('\n')}`);
  console.log(`Again: npm run test:sim -- --profile ${profile} --from ${seed} --seeds 1`);
}
