import type { Counts } from './counts.ts';
import { closingCounts } from './counts.ts';
import { run } from './run.ts';

/**
 * Runs a suite until it ends, shows its output and returns its counts. A suite that crashes or
 * prints no counts is a failure, even if no test failed.
 */
export async function runSuite(
  name: string,
  program: string,
  args: readonly string[],
): Promise<Counts> {
  console.log(`\n── ${name}`);
  const { code, output } = await run(program, args);
  const counts = closingCounts(output);
  if (!counts) return { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs a step without tests; it counts as one test. */
export async function runStep(
  name: string,
  program: string,
  args: readonly string[],
): Promise<Counts> {
  console.log(`\n── ${name}`);
  const { code } = await run(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
