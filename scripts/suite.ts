import type { Counts } from './counts.ts';
import { closingCounts } from './counts.ts';
import { run } from './run.ts';

/**
 * Runs a suite to its end, shows what it prints, and counts. A suite that dies, or that ends
 * without counts, is a failure even where no single test says so.
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

/** A step that has no tests of its own counts as one. */
export async function runStep(
  name: string,
  program: string,
  args: readonly string[],
): Promise<Counts> {
  console.log(`\n── ${name}`);
  const { code } = await run(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
