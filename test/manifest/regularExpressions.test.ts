import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from 'recheck';
import { regularExpressions } from './regularExpressions.ts';

const { literals, built } = regularExpressions();

// No limit of time: a busy machine must not change what the analysis finds.
const unhurried = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  recallTimeout: null,
  randomSeed: 1,
} as const;

// Each of these is anchored or bounded, as a comment there says.
const knownToBuild = [
  'src/engines/conductor/read/loopPathsRead.ts',
  'src/engines/conductor/read/loopPathsRead.ts',
  'src/mock/xpander/xpander.ts',
];

/**
 * A server's text may be megabytes long, and any text of ours may contain some of it. So the work
 * of every expression must grow no faster than the text. The analysis proves it, or names an input.
 */
test('no regular expression takes more than linear time', async () => {
  // Without a repetition that has no bound, there is nothing that could grow.
  const repeating = literals.filter(({ pattern }) => /[*+]|\{\d+,\}/.test(pattern));
  const slow: string[] = [];
  for (const { place, pattern, flags } of repeating) {
    const { status } = await check(pattern, flags, unhurried);
    if (status !== 'safe') slow.push(`${place} /${pattern}/${flags}: ${status}`);
  }

  assert.ok(repeating.length > 50);
  assert.deepEqual(slow, []);
});

test('only these files build a regular expression from parts', () => {
  assert.deepEqual(built, knownToBuild);
});

test('the analysis finds an expression that reads a text anew from each start', async () => {
  assert.equal((await check('<title[^>]*>([^<]*)<', 'i')).status, 'vulnerable');
});
