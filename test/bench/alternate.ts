import type { Figure } from './figure.ts';
import { median } from './quantile.ts';

const rounds = 61;
const perRound = 40;

/** Runs so often and returns the milliseconds of each time. */
export type Timed = (count: number) => Promise<number>;

/** The milliseconds of two ways, measured in turns: whatever else the machine does meets both. */
export interface Times {
  readonly large: number;
  readonly small: number;
}

export async function alternate(large: Timed, small: Timed): Promise<readonly Times[]> {
  const times: Times[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push({ large: await large(perRound), small: await small(perRound) });
  }
  return times;
}

export function ratioOf(what: string, times: readonly Times[]): Figure {
  const large = median(times.map((time) => time.large));
  const small = median(times.map((time) => time.small));
  return {
    what,
    figure: large / small,
    limit: 1.2,
    bound: 'most',
    note: `${large.toFixed(2)} ms against ${small.toFixed(2)} ms`,
  };
}
