import * as fc from 'fast-check';
import type { Growth } from './growth.ts';

/** The fuzz test of one parser: inputs, and a claim that holds for each of them. */
export interface Fuzz {
  readonly name: string;
  /** What is wrong, with the seed and the smallest input; undefined if the claim held. */
  check(options: FuzzOptions): Promise<string | undefined>;
  /** Input that grows, for the test of time against size. */
  readonly growth?: Growth;
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Called before each input. */
  readonly onRun?: () => void;
}

interface More {
  readonly growth?: Growth;
  /** How many inputs one run holds, where a program is started for several of them. */
  readonly batch?: number;
}

/** A claim throws where it does not hold. */
export function fuzz<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  claim: (input: T) => void,
  more: More = {},
): Fuzz {
  return toFuzz(
    name,
    (onRun) =>
      fc.property(inputs, (input) => {
        onRun();
        claim(input);
      }),
    more,
  );
}

export function fuzzAsync<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  claim: (input: T) => Promise<void>,
  more: More = {},
): Fuzz {
  return toFuzz(
    name,
    (onRun) =>
      fc.asyncProperty(inputs, async (input) => {
        onRun();
        await claim(input);
      }),
    more,
  );
}

type Property<T> = fc.IProperty<[T]> | fc.IAsyncProperty<[T]>;

function toFuzz<T>(
  name: string,
  property: (onRun: () => void) => Property<T>,
  { growth, batch = 1 }: More,
): Fuzz {
  return {
    name,
    ...(growth === undefined ? {} : { growth }),
    async check({ runs, seed, onRun = () => undefined }) {
      const numRuns = Math.ceil(runs / batch);
      const details = await fc.check(property(onRun) as fc.IAsyncProperty<[T]>, { seed, numRuns });
      return details.failed ? reportOf(details) : undefined;
    },
  };
}

function reportOf<T>(details: fc.RunDetails<T>): string {
  const { seed, counterexamplePath, counterexample, errorInstance } = details;
  const error = errorInstance instanceof Error ? (errorInstance.stack ?? '') : errorInstance;
  return [
    `seed ${seed}, path ${counterexamplePath ?? ''}`,
    `input ${fc.stringify(counterexample).slice(0, 4_000)}`,
    String(error).slice(0, 4_000),
  ].join('\n');
}
