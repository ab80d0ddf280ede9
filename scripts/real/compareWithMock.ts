import { startMock } from '../../src/mock/mockServer.ts';
import { runDifferential } from '../../test/real/runDifferential.ts';
import type { OpenRow } from '../../test/real/runDifferential.ts';
import type { Counts } from '../counts.ts';
import type { RealServer } from './realServer.ts';

/** At least so many requests must have been compared, or the comparison says nothing. */
const fewestRequests = 600;

/** A difference that shows each time is one; a race between the real server's threads is not. */
const mostRounds = 4;

/** Sends these families of the table, all by default, and says which rows differ unexplained. */
export type Round = (families?: readonly string[]) => Promise<readonly OpenRow[]>;

/**
 * Sends the table of requests to the real server and to a mock of the same version. The families
 * with something unexplained are sent again, and only what shows each time counts as failed.
 */
export async function compareWithMock(
  { url, version }: RealServer,
  log: (line: string) => void,
): Promise<Counts> {
  console.log(`\n── the mock compared with Conductor ${version}`);
  const mock = await startMock({ seed: 0, conductorVersion: version });
  try {
    const round = (families?: readonly string[]) =>
      runDifferential({
        realUrl: `${url}/api`,
        mockUrl: mock.urls.conductor,
        version,
        log,
        ...(families === undefined ? {} : { families }),
      });
    const { requests, open } = await round();
    const failed = await whatRepeats(open, async (families) => (await round(families)).open, log);
    const isTooShort = requests < fewestRequests;
    if (isTooShort) log(`Only ${requests} requests were compared, ${fewestRequests} are wanted.`);
    return { passed: requests - failed, failed: failed + (isTooShort ? 1 : 0) };
  } finally {
    await mock.close();
  }
}

/**
 * Sends the families of these rows again, and counts the rows that show each time. The others are
 * listed with how often they showed.
 */
export async function whatRepeats(
  first: readonly OpenRow[],
  round: Round,
  log: (line: string) => void,
): Promise<number> {
  const shown = new Map(first.map((row) => [keyOf(row), { row, times: 1 }]));
  const isAlways = (rounds: number) => [...shown.values()].filter(({ times }) => times === rounds);
  let rounds = 1;
  while (rounds < mostRounds && isAlways(rounds).length > 0) {
    const families = [...new Set([...shown.values()].map(({ row }) => row.family))];
    log(`${shown.size} unexplained: sent again are the families ${families.join(', ')}.`);
    rounds += 1;
    for (const row of await round(families)) {
      const times = shown.get(keyOf(row))?.times ?? 0;
      shown.set(keyOf(row), { row, times: times + 1 });
    }
  }
  for (const { row, times } of shown.values()) {
    if (times < rounds) log(`did not show again: ${row.send} showed ${times} of ${rounds} times.`);
  }
  return isAlways(rounds).length;
}

function keyOf({ family, place }: OpenRow): string {
  return `${family} ${place}`;
}
