/** `npm test`: the check, then unit, contract, seeds and manifest tests, then the suite inside VS Code. */
import { closingLine, exitCodeOf, sum } from './counts.ts';
import { runSuite } from './suite.ts';

const counts = sum([
  await runSuite('check', 'node', ['scripts/check.ts']),
  await runSuite('unit, contract, seeds, manifest', 'node', ['scripts/testUnit.ts']),
  await runSuite('inside VS Code', 'node', ['scripts/testHost.ts']),
]);
console.log(`\n${closingLine(counts)}`);
process.exitCode = exitCodeOf(counts);
