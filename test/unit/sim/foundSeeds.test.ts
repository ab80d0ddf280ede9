import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { ProfileName } from '../../sim/profiles.ts';
import { runSeed } from '../../sim/runSeed.ts';

/** A seed that once broke a promise, with the operations that it needed, and what was wrong. */
interface Found {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly only: readonly number[];
  readonly was: string;
}

const found: readonly Found[] = [
  {
    seed: 19,
    profile: 'honest',
    only: [15, 22],
    was: 'applied, overtaken, and told as not applied',
  },
  {
    seed: 117,
    profile: 'honest',
    only: [4, 7],
    was: 'confirmed by a later update of another window',
  },
  { seed: 128, profile: 'honest', only: [14, 15], was: 'confirmed by a later update of its own' },
  { seed: 26, profile: 'hostile', only: [0, 9], was: 'refused, shown, and told as not applied' },
  {
    seed: 242,
    profile: 'honest',
    only: [4, 12, 15, 16],
    was: 'confirmed by an update that was sent meanwhile',
  },
  {
    seed: 192,
    profile: 'honest',
    only: [15, 19],
    was: 'sent after the person cancelled the sign-in',
  },
  {
    seed: 7,
    profile: 'hostile',
    only: [15, 17],
    was: 'confirmed by one window, and then open again',
  },
];

for (const { seed, profile, only, was } of found) {
  test(`${was} (${profile}, seed ${seed})`, async () => {
    const { violations } = await runSeed(seed, profile, { only });
    assert.deepEqual(violations, []);
  });
}
