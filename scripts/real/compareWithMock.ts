import { startMock } from '../../src/mock/mockServer.ts';
import { runDifferential } from '../../test/real/runDifferential.ts';
import type { DifferentialResult } from '../../test/real/runDifferential.ts';
import type { Counts } from '../counts.ts';
import type { RealServer } from './realServer.ts';

/** At least so many requests must have been compared, or the comparison says nothing. */
const fewestRequests = 60;

/** A difference that shows each time is one; a race between the real server's threads is not. */
const mostRounds = 3;

/**
 * Sends the table of requests to the real server and to a mock of the same version. Where something
 * is unexplained the whole table is sent again, and only what shows each time counts as failed.
 */
export async function compareWithMock(
  { url, version }: RealServer,
  log: (line: string) => void,
): Promise<Counts> {
  console.log(`\n── the mock compared with Conductor ${version}`);
  const mock = await startMock({ seed: 0, conductorVersion: version });
  try {
    const round = () =>
      runDifferential({ realUrl: `${url}/api`, mockUrl: mock.urls.conductor, version, log });
    const first = await round();
    const failed = await whatRepeats(first.open, round, log);
    const { requests } = first;
    const isTooShort = requests < fewestRequests;
    if (isTooShort) log(`Only ${requests} requests were compared, ${fewestRequests} are wanted.`);
    return { passed: requests - failed, failed: failed + (isTooShort ? 1 : 0) };
  } finally {
    await mock.close();
  }
}

async function whatRepeats(
  first: readonly number[],
  round: () => Promise<DifferentialResult>,
  log: (line: string) => void,
): Promise<number> {
  let open = first;
  for (let rounds = 1; rounds < mostRounds && open.length > 0; rounds++) {
    log(`${open.length} unexplained: the table is sent again, to see whether they show each time.`);
    const again = new Set((await round()).open);
    open = open.filter((place) => again.has(place));
  }
  if (open.length < first.length) log(`${first.length - open.length} did not show again.`);
  return open.length;
}
