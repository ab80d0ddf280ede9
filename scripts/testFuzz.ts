/**
 * `npm run test:fuzz [-- --runs N] [-- --seed S] [-- --only TEXT]` gives each parser N random
 * inputs, then texts that grow: time must not grow faster than they do. A failure prints the seed
 * and the smallest input that was found.
 */
import { parseArgs } from 'node:util';
import { all } from '../test/fuzz/all.ts';
import type { Fuzz } from '../test/fuzz/fuzz.ts';
import { superlinear } from '../test/fuzz/growth.ts';
import { closingLine, exitCodeOf } from './counts.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const chosen = all.filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()));

console.log(`${runs} inputs for each of ${chosen.length} tests, seed ${seed}`);
let failed = 0;
for (const one of chosen) {
  const started = Date.now();
  const problems = await problemsOf(one);
  failed += problems.length > 0 ? 1 : 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${one.name} (${seconds} s)`);
  console.log(problems.map((problem) => problem.replaceAll(/^/gm, '  ')).join('\n'));
}
const counts = { passed: chosen.length - failed, failed };
console.log(closingLine(counts));
process.exitCode = exitCodeOf(counts);

async function problemsOf({ check, growth }: Fuzz): Promise<readonly string[]> {
  const problem = await check({ runs, seed });
  const slow = growth === undefined ? [] : await superlinear(growth);
  return [...(problem === undefined ? [] : [problem]), ...slow];
}
