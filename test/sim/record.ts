import type { PromiseName } from './profiles.ts';

/** A broken promise. */
export interface Violation {
  readonly promise: PromiseName;
  readonly text: string;
}

/** What happened, by kind. */
export interface Counts {
  readonly faults: Record<string, number>;
  readonly operations: Record<string, number>;
  readonly outcomes: Record<string, number>;
  readonly requests: Record<string, number>;
}

export interface RunRecord extends Counts {
  readonly violations: Violation[];
  readonly lines: string[];
  /** Adds a line to the trace. */
  note(line: () => string): void;
  fails(promise: PromiseName, text: string): void;
}

export function noCounts(): Counts {
  return { faults: {}, operations: {}, outcomes: {}, requests: {} };
}

export function count(counts: Record<string, number>, kind: string, by = 1): void {
  counts[kind] = (counts[kind] ?? 0) + by;
}

/** A line of a trace costs time, so without `isTraced` none is made. */
export function createRecord(
  now: () => number,
  checked: readonly PromiseName[],
  isTraced: boolean,
): RunRecord {
  const violations: Violation[] = [];
  const lines: string[] = [];
  const start = now();
  const note = (line: () => string) => {
    if (!isTraced) return;
    const seconds = ((now() - start) / 1_000).toFixed(3).padStart(9);
    lines.push(`${seconds} s  ${line()}`);
  };
  return {
    ...noCounts(),
    violations,
    lines,
    note,
    fails(promise, text) {
      if (!checked.includes(promise)) return;
      if (violations.some((one) => one.promise === promise && one.text === text)) return;
      violations.push({ promise, text });
      note(() => `BROKEN ${promise}: ${text}`);
    },
  };
}
