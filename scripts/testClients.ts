/**
 * `npm run test:clients`: the vendors' own clients, unchanged, against the mock server; the
 * requests of those that are not written in JavaScript, replayed byte for byte; and every kind of
 * snippet with its SDK. The clients are installed into the cache, never into the project.
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

/** Named after what is in it, so that another version is installed anew. */
const cacheName = `clients/${clients.join(' ').replaceAll(/[^\w.-]+/g, '_')}`;

const counts = await testAll();
const { passed, failed } = counts;
console.log(`CLIENTS ${passed + failed} calls, ${failed} failed`);
console.log(closingLine(counts));
// Conductor's client keeps a timer for its token, so the process would not end by itself.
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

/** The Conductor client asks for peers that do not fit together; nothing here needs them. */
async function install(folder: string): Promise<void> {
  console.log(`Installing ${clients.join(' and ')} into the cache, once.`);
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun('npm', ['install', ...flags, ...clients], { cwd: folder, quiet: true });
}
