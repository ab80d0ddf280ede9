import { startMock } from '../../src/mock/server.ts';
import { runDifferential } from '../../test/real/differential.ts';
import type { Counts } from '../counts.ts';
import type { RealServer } from './realServer.ts';

/** At least so many requests must have been compared, or the comparison says nothing. */
const fewestRequests = 60;

/** Sends the table of requests to the real server and to a mock of the same version. */
export async function compareWithMock(
  { url, version }: RealServer,
  log: (line: string) => void,
): Promise<Counts> {
  console.log(`\n── the mock compared with Conductor ${version}`);
  const mock = await startMock({ seed: 0, conductorVersion: version });
  try {
    const { requests, unexplained } = await runDifferential({
      realUrl: `${url}/api`,
      mockUrl: mock.urls.conductor,
      version,
      log,
    });
    const isTooShort = requests < fewestRequests;
    if (isTooShort) log(`Only ${requests} requests were compared, ${fewestRequests} are wanted.`);
    return { passed: requests - unexplained, failed: unexplained + (isTooShort ? 1 : 0) };
  } finally {
    await mock.close();
  }
}
