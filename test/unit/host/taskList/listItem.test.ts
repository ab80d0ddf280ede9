import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusItems, tailItems } from '../../../../src/host/taskList/listItem.ts';
import { readLine } from '../../../../src/app/taskList/listLine.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';
import { taskOf } from '../../app/taskList/sampleList.ts';

test('only statuses that can be set are offered, each with what it brings about', () => {
  const items = statusItems({ label: '1', base: fakeTask }, 'C');

  assert.deepEqual(
    items.map(({ label, effect }) => `${label}: ${effect}`),
    [
      'COMPLETED: The workflow goes on.',
      'FAILED: The whole workflow fails.',
      'IN_PROGRESS: The task stays open.',
    ],
  );
  assert.ok(items.every(({ filter }) => filter === undefined));
});

test('the word of an untouched line hides no status', () => {
  const items = statusItems({ label: '1', base: fakeTask }, 'IN_PROGRESS');

  assert.deepEqual(new Set(items.map(({ filter }) => filter)), new Set(['IN_PROGRESS']));
});

test('behind the id, what may stand there and does not yet', () => {
  const options = {
    ...fakeOptions,
    output: {
      ...fakeOptions.output,
      kind: 'object',
      modes: [],
      limitBytes: 9,
      knownKeys: ['a$', 'b'],
    },
  } as const;
  const base = taskOf('1', { options, output: { now: '}$' } });
  const texts = (text: string) => {
    const line = readLine(text);
    assert.ok(line);
    return tailItems({ label: '1', base }, line).map((item) => item.text);
  };

  assert.deepEqual(texts('COMPLETED #1 '), [
    String.raw`{"a\$": $1, "b": $2}`,
    String.raw`{"now":"\}\$"\}`,
    'reason: "$0"',
  ]);
  assert.deepEqual(texts('COMPLETED #1 {} '), ['reason: "$0"']);
  assert.deepEqual(texts('COMPLETED #1 {} reason: "x" '), []);
});
