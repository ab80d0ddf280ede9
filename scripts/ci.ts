/** `npm run ci` runs every suite and makes the package. A failure does not stop the next part. */
import { closingLine, exitCodeOf, sum } from './counts.ts';
import { runStep, runSuite } from './suite.ts';

const counts = sum([
  await runSuite('npm test', 'node', ['scripts/test.ts']),
  await runSuite('npm run test:clients', 'node', ['scripts/testClients.ts']),
  await runSuite('npm run test:ui', 'node', ['scripts/testUi.ts']),
  // A few kills, since each takes 10 s; `npm run test:kill` by itself makes more.
  await runSuite('npm run test:kill', 'node', ['scripts/testKill.ts', '--kills', '6']),
  await runSuite('npm run test:real', 'node', ['scripts/testReal.ts']),
  await runStep('npm run package', 'node', ['scripts/package.ts']),
]);
console.log(`\n${closingLine(counts)}`);
process.exitCode = exitCodeOf(counts);
