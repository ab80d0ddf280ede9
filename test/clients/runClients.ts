import type { Counts } from '../../scripts/counts.ts';
import type { ClientStage } from './clientCall.ts';

/** Makes the calls one after the other and counts the results. */
export async function runClients(
  name: string,
  open: () => Promise<ClientStage>,
  log: (line: string) => void,
): Promise<Counts> {
  const { calls, mock } = await open();
  let failed = 0;
  try {
    for (const { what, run } of calls) {
      try {
        await run();
      } catch (error) {
        failed += 1;
        log(`✖ ${name}: ${what}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await mock.close();
  }
  log(`${name}: ${calls.length} calls, ${failed} failed`);
  return { passed: calls.length - failed, failed };
}
