/**
 * `npm run test:real` starts real Conductor servers. Each server gets the engine's suite and the
 * requests that compare it with the mock; the newest also gets the extension inside VS Code.
 * --server VERSION=URL uses a running server. If a server cannot start, the script says what is
 * missing and fails; with --allow-missing it goes on without that server.
 */
import { parseArgs } from 'node:util';
import { runConductorEngineSuite } from '../test/real/runConductorEngineSuite.ts';
import { runInsideVsCode } from '../test/real/runInsideVsCode.ts';
import type { ConductorVersion } from './conductorServer.ts';
import type { Counts } from './counts.ts';
import { closingLine, exitCodeOf, sum } from './counts.ts';
import type { RealServer } from './real/realServer.ts';
import { openRealServer } from './real/realServer.ts';
import { compareWithMock } from './real/compareWithMock.ts';
import { runUiSuite } from './uiSuite.ts';

const newestConductor = '3.32.1';
const versions: readonly ConductorVersion[] = [newestConductor, '3.21.14'];
const maximumWidth = 400;

const { values } = parseArgs({
  options: {
    'allow-missing': { type: 'boolean' },
    server: { type: 'string', multiple: true },
  },
});

const counts: Counts[] = [];
for (const version of versions) counts.push(await runAgainst(version));
console.log(closingLine(sum(counts)));
const isNothingMeant = values['allow-missing'] && sum(counts).passed + sum(counts).failed === 0;
process.exitCode = isNothingMeant ? 0 : exitCodeOf(sum(counts));

async function runAgainst(version: ConductorVersion): Promise<Counts> {
  console.log(`\n── Conductor ${version}`);
  const server = await openRealServer(version, values.server ?? []).catch(missing);
  if (!('url' in server)) return server;
  try {
    const results = [await engineSuite(server), await compareWithMock(server, print)];
    if (version === newestConductor) results.push(await insideVscode(server));
    console.log(`conductor ${version}: ${closingLine(sum(results))}`);
    return sum(results);
  } finally {
    await server.stop();
  }
}

function missing(error: unknown): Counts {
  console.log(error instanceof Error ? error.message : error);
  return { passed: 0, failed: values['allow-missing'] ? 0 : 1 };
}

async function engineSuite({ url, version }: RealServer): Promise<Counts> {
  console.log(`\n── the engine against Conductor ${version}`);
  return await runConductorEngineSuite({ url, version, log: print });
}

async function insideVscode({ url, version }: RealServer): Promise<Counts> {
  console.log(`\n── the extension inside VS Code against Conductor ${version}`);
  return sum([
    await runInsideVsCode({ url, log: print }),
    await runUiSuite(['test/real/insideVscode.ui.ts'], { WORKFLOW_TASKS_CONDUCTOR: url }),
  ]);
}

function print(line: string): void {
  console.log(line.length > maximumWidth ? `${line.slice(0, maximumWidth)}…` : line);
}
