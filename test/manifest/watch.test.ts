import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../scripts/root.ts';
import { buildFinished, buildStarted, problemLine } from '../../scripts/watchBundles.ts';

interface Task {
  readonly label: string;
  readonly problemMatcher: {
    readonly pattern: { readonly regexp: string };
    readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}

interface Launch {
  readonly preLaunchTask?: string;
}

const { tasks } = readJson('.vscode/tasks.json') as { readonly tasks: readonly Task[] };
const { configurations } = readJson('.vscode/launch.json') as {
  readonly configurations: readonly Launch[];
};

test('the task behind F5 knows when a build began and ended, and what was wrong', () => {
  const watch = tasks.find(({ label }) => label === 'watch');
  assert.ok(watch);
  const { pattern, background } = watch.problemMatcher;
  const location = { file: 'src/a.ts', line: 7, column: 2 };

  assert.match(buildStarted, new RegExp(background.beginsPattern));
  assert.match(buildFinished, new RegExp(background.endsPattern));
  const line = problemLine({ text: 'No "x" here', location }, 'error');
  const groups = new RegExp(pattern.regexp).exec(line)?.slice(1);
  assert.deepEqual(groups, ['src/a.ts', '7', '3', 'error', 'No "x" here']);
});

test('every task that a launch waits for is there', () => {
  const labels = tasks.map(({ label }) => label);
  const needed = configurations.flatMap(({ preLaunchTask }) => preLaunchTask ?? []);

  assert.ok(needed.length > 0);
  assert.deepEqual(
    needed.filter((label) => !labels.includes(label)),
    [],
  );
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(inRoot(path), 'utf8'));
}
