import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { profiles } from '../../sim/profiles.ts';
import type { ProfileName } from '../../sim/profiles.ts';
import { planOf, runSeed } from '../../sim/runSeed.ts';

const names = Object.keys(profiles) as ProfileName[];

for (const profile of names) {
  test(`a seed of the profile ${profile} plays the same twice`, async () => {
    const first = await runSeed(3, profile, { isTraced: true });
    const second = await runSeed(3, profile, { isTraced: true });
    assert.deepEqual(second.lines, first.lines);
    assert.ok(first.lines.length > 50, 'almost nothing happened');
  });
}

test('an operation that is left out changes nothing for one that has no part in it', async () => {
  const plan = planOf(5, 'honest');
  const sends = plan.filter(({ kind }) => kind === 'send').map(({ number }) => number);
  const [alone = -1] = sends;
  const linesOf = async (only: readonly number[]) => {
    const { lines } = await runSeed(5, 'honest', { only, isTraced: true });
    return lines.filter((line) => line.includes(`#${alone} `));
  };
  const looks = plan.filter(({ kind }) => kind === 'weather').map(({ number }) => number);
  const first = (await linesOf([alone]))[0];
  assert.equal((await linesOf([alone, ...looks]))[0], first);
});
