import pLimit from 'p-limit';

import type { Counts } from '../../../scripts/counts.ts';
import { noCounts, sum } from '../../../scripts/counts.ts';
import { cogniteSubject } from '../../contract/cogniteSubject.ts';
import { conductorSubject, orkesKey } from '../../contract/conductorSubject.ts';
import type { Subject } from '../../contract/subject.ts';
import { xpanderSubject } from '../../contract/xpanderSubject.ts';
import { runClients } from '../runClients.ts';
import { type Case, cogniteCases, conductorCases, xpanderCases } from './cases.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { cognitePython, conductorPython, python, xpanderPython } from './python.ts';
import { shell } from './shell.ts';
import { snippetStage } from './snippetStage.ts';
import type { Toolchain } from './toolchain.ts';
import { typeScript } from './typeScript.ts';

interface Server {
  readonly subject: Subject;
  readonly cases: readonly Case[];
}

const orkes = { keys: { [orkesKey.id]: orkesKey.secret } };
const servers: readonly Server[] = [
  { subject: conductorSubject('Conductor'), cases: conductorCases },
  // This server has no synchronous update, so updates by name take the other route.
  {
    subject: conductorSubject('Conductor 3.16.0', { conductorVersion: '3.16.0' }),
    cases: conductorCases.filter(({ isByName }) => isByName),
  },
  { subject: conductorSubject('Orkes', { orkes }), cases: conductorCases.slice(0, 2) },
  { subject: cogniteSubject, cases: cogniteCases },
  { subject: xpanderSubject, cases: xpanderCases },
];

/** The concurrency: the number of cores of the smallest machine. */
const limit = pLimit(2);

type Log = (line: string) => void;

/**
 * Runs every kind of snippet against every engine that has it. An SDK that cannot be fetched is
 * reported; its snippets are then only parsed, by the contract tests. @param installed the folder
 * with the JavaScript SDKs
 */
export async function runSnippets(installed: string, log: Log): Promise<Counts> {
  const counts = toolchains(installed).map(async (open) => {
    const toolchain = await open().catch((error: unknown) => {
      log(`Snippets are parsed only: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    });
    if (toolchain === undefined) return noCounts;
    const runs = servers
      .filter(({ subject }) => subject.kind === toolchain.engine)
      .map(({ subject, cases }) => {
        const name = `${subject.name}, ${toolchain.name} (copied)`;
        return limit(() => runClients(name, () => snippetStage(subject, toolchain, cases), log));
      });
    return sum(await Promise.all(runs));
  });
  return sum(await Promise.all(counts));
}

function toolchains(installed: string): readonly (() => Promise<Toolchain>)[] {
  return [
    async () => shell('conductor'),
    async () => shell('cognite'),
    async () => shell('xpander'),
    async () => typeScript('conductor', '@io-orkes/conductor-javascript', installed),
    async () => typeScript('cognite', '@cognite/sdk', installed),
    () => python(conductorPython),
    () => python(cognitePython),
    () => python(xpanderPython),
    java,
    go,
  ];
}
