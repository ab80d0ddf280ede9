/** Plays seeds of these profiles until a promise breaks, and says which. For mutants. */
import { parseArgs } from 'node:util';
import type { ProfileName } from './profiles.ts';
import { runSeed } from './runSeed.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '300' } } });
const names: readonly ProfileName[] = ['hostile', 'honest'];

process.exitCode = (await hunt(Number(values.seeds))) ? 1 : 0;

async function hunt(seeds: number): Promise<boolean> {
  for (let seed = 1; seed <= seeds; seed++) {
    for (const name of names) {
      const [first] = (await runSeed(seed, name)).violations;
      if (first === undefined) continue;
      process.stdout.write(`${first.promise} (${name}, seed ${seed})\n`);
      return true;
    }
  }
  return false;
}
