/** `npm test`: the check, then unit, contract, seeds and manifest tests, the simulation, and the suite inside VS Code. */
import { cacheFolder } from './cache.ts';
import { closingLine, exitCodeOf, sum } from './counts.ts';
import type { Counts } from './counts.ts';
import { runSuite } from './suite.ts';
import { newest, oldest } from './vscode/releases.ts';

interface Part {
  readonly name: string;
  readonly script: string;
  /** Measured on a machine with 2 cores, after the downloads. */
  readonly seconds: number;
}

const parts: readonly Part[] = [
  { name: 'check', script: 'scripts/check.ts', seconds: 5 },
  { name: 'unit, contract, seeds, manifest, fuzz', script: 'scripts/testUnit.ts', seconds: 90 },
  { name: 'simulation', script: 'scripts/testSim.ts', seconds: 60 },
  { name: `inside VS Code ${oldest} and ${newest}`, script: 'scripts/testHost.ts', seconds: 240 },
];

console.log('Four parts, with the seconds that they take on 2 cores:');
for (const { name, seconds } of parts) console.log(`${String(seconds).padStart(5)} s  ${name}`);
console.log(
  `Downloaded once, where missing: VS Code ${oldest} and ${newest} (900 MB, to ${cacheFolder()}) and a browser.`,
);

const counts: Counts[] = [];
for (const { name, script } of parts) counts.push(await runSuite(name, 'node', [script]));
console.log(`\n${closingLine(sum(counts))}`);
process.exitCode = exitCodeOf(sum(counts));
