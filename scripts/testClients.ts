/**
 * `npm run test:clients` runs the vendors' own JavaScript clients, unchanged, against the mock
 * server, replays the requests of the other clients byte for byte, and runs every kind of snippet
 * with its SDK. The clients are installed into the cache, never into the project.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cogniteJavaScript } from '../test/clients/cogniteJavaScript.ts';
import { cognitePython } from '../test/clients/cognitePython.ts';
import { conductorGo } from '../test/clients/conductorGo.ts';
import { conductorJavaScript } from '../test/clients/conductorJavaScript.ts';
import { runSnippets } from '../test/clients/snippets/runSnippets.ts';
import { runClients } from '../test/clients/runClients.ts';
import { cached } from './cache.ts';
import type { Counts } from './counts.ts';
import { closingLine, exitCodeOf, sum } from './counts.ts';
import { mustRun } from './run.ts';
import { runSuite } from './suite.ts';

const clients = ['@io-orkes/conductor-javascript@4.0.0', '@cognite/sdk@10.5.0'];

/** The name holds the versions, so that another version is installed beside this one. */
const cacheName = `clients/${clients.join(' ').replaceAll(/[^\w.-]+/g, '_')}`;

const counts = await testAll();
const { passed, failed } = counts;
console.log(`CLIENTS ${passed + failed} calls, ${failed} failed`);
console.log(closingLine(counts));
// Conductor's client keeps a timer for its token, which would keep the process alive.
process.exit(exitCodeOf(counts));

async function testAll(): Promise<Counts> {
  const log = (line: string) => console.log(line);
  const folder = await cached(cacheName, install).catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return undefined;
  });
  if (folder === undefined) return { passed: 0, failed: 1 };
  return sum([
    await runClients('Conductor, JavaScript', () => conductorJavaScript(folder, false), log),
    await runClients('Orkes, JavaScript', () => conductorJavaScript(folder, true), log),
    await runClients('Conductor, Go (replayed)', conductorGo, log),
    await runClients('Cognite, JavaScript', () => cogniteJavaScript(folder), log),
    await runClients('Cognite, Python (replayed)', cognitePython, log),
    await runSnippets(folder, log),
    await runSuite('xpander.ai, Python and command line (replayed)', 'node', [
      '--test',
      'test/unit/mock/xpander/clients.test.ts',
    ]),
  ]);
}

/** Ignores peer dependencies: those of the Conductor client conflict, and nothing here needs them. */
async function install(folder: string): Promise<void> {
  console.log(`Installing ${clients.join(' and ')} into the cache, once.`);
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun('npm', ['install', ...flags, ...clients], { cwd: folder, quiet: true });
}
