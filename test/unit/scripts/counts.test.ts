import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingCounts, closingLine, exitCodeOf, sum } from '../../../scripts/counts.ts';

test('a suite’s closing line is read back', () => {
  assert.deepEqual(closingCounts(`noise\n${closingLine({ passed: 3, failed: 1 })}\n`), {
    passed: 3,
    failed: 1,
  });
});

test('the last closing line counts, not those of the parts before it', () => {
  assert.deepEqual(closingCounts('2 passed, 0 failed\nmore\n5 passed, 1 failed\n'), {
    passed: 5,
    failed: 1,
  });
});

test('the summary of node:test is understood in both its forms', () => {
  assert.deepEqual(closingCounts('ℹ tests 4\nℹ pass 4\nℹ fail 0\n'), { passed: 4, failed: 0 });
  assert.deepEqual(closingCounts('# tests 4\n# pass 3\n# fail 1\n'), { passed: 3, failed: 1 });
});

test('output without counts has none', () => {
  assert.equal(closingCounts('Segmentation fault'), undefined);
});

test('sums are sums', () => {
  assert.deepEqual(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
    { passed: 3, failed: 3 },
  );
});

test('only a run in which something passed and nothing failed ends with code 0', () => {
  assert.equal(exitCodeOf({ passed: 1, failed: 0 }), 0);
  assert.equal(exitCodeOf({ passed: 1, failed: 1 }), 1);
  assert.equal(exitCodeOf({ passed: 0, failed: 0 }), 1);
});
