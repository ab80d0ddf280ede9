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

const found: readonly Found[] = [];

for (const { seed, profile, only, was } of found) {
  test(`${was} (${profile}, seed ${seed})`, async () => {
    const { violations } = await runSeed(seed, profile, { only });
    assert.deepEqual(violations, []);
  });
}
