import type { ProfileName, PromiseName } from './profiles.ts';
import { planOf, runSeed } from './runSeed.ts';

/**
 * The fewest operations of a seed that still break the promise: delta debugging. Parts of the list
 * are left out, first large ones, then single operations, as long as the promise still breaks.
 */
export async function shrink(
  seed: number,
  profile: ProfileName,
  promise: PromiseName,
): Promise<readonly number[]> {
  const breaks = async (only: readonly number[]) =>
    (await runSeed(seed, profile, { only })).violations.some((one) => one.promise === promise);
  let left: readonly number[] = planOf(seed, profile).map(({ number }) => number);
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < left.length;) {
      const without = [...left.slice(0, start), ...left.slice(start + size)];
      if (await breaks(without)) left = without;
      else start += size;
    }
  }
  return left;
}
