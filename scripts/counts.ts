/** How many tests passed and failed; one check counts as one test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const noCounts: Counts = { passed: 0, failed: 0 };

export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    noCounts,
  );
}

/** The last line of every suite; closingCounts reads it back. */
export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/**
 * The counts at the end of a suite's output: our own closing line, or node:test's summary.
 * Undefined if the output has neither, which is a failure whatever the exit code.
 */
export function closingCounts(output: string): Counts | undefined {
  const own = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (own) return { passed: Number(own[1]), failed: Number(own[2]) };
  const pass = [...output.matchAll(/^(?:#|ℹ) pass (\d+)$/gm)].at(-1);
  const fail = [...output.matchAll(/^(?:#|ℹ) fail (\d+)$/gm)].at(-1);
  if (!pass || !fail) return undefined;
  return { passed: Number(pass[1]), failed: Number(fail[1]) };
}

/** 0 only if a test ran and none failed. */
export function exitCodeOf({ passed, failed }: Counts): number {
  return failed > 0 || passed === 0 ? 1 : 0;
}
