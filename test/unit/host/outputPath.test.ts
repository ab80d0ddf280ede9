import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskRef } from '../../../src/domain/task.ts';
import { outputPath, parseOutputPath } from '../../../src/host/updates/outputPath.ts';
import { parseViewPath, viewPath } from '../../../src/host/updates/viewPath.ts';
import type { Viewed } from '../../../src/host/updates/viewPath.ts';

const hostile = [
  'C:',
  'demo:x',
  'a/b',
  '..',
  '.',
  '~',
  '%2F',
  'ä ö',
  '?#*|<>"',
  'a\\b',
  '',
  '%00',
  '\u0000',
  '%empty',
  '😀',
  'x.json',
];

function refOf(name: string): TaskRef {
  return { connection: name, workflow: name, execution: name, task: name };
}

test('every name survives the way into a path and back, and changes nothing of its shape', () => {
  for (const name of hostile) {
    for (const kind of ['object', 'text'] as const) {
      const path = outputPath({ ref: refOf(name), taskName: name, kind });

      assert.equal(path.split('/').length, 6, path);
      assert.deepEqual(parseOutputPath(path), { ref: refOf(name), taskName: name, kind });
    }
  }
});

test('a task without an execution differs from one whose execution is called alike', () => {
  const ref: TaskRef = { connection: 'c', workflow: 'w', task: 't' };
  const path = outputPath({ ref, taskName: 'n', kind: 'object' });
  const other = outputPath({ ref: { ...ref, execution: '~' }, taskName: 'n', kind: 'object' });

  assert.deepEqual(parseOutputPath(path)?.ref, ref);
  assert.deepEqual(parseOutputPath(other)?.ref, { ...ref, execution: '~' });
  assert.notEqual(path, other);
});

test('nothing in a path looks like a drive, whose case would be changed', () => {
  const path = outputPath({ ref: refOf('C:'), taskName: 'C:x', kind: 'object' });

  assert.doesNotMatch(path, /C:/);
});

test('a plain name is readable in the tab', () => {
  const path = outputPath({ ref: refOf('x'), taskName: 'approve_order', kind: 'object' });

  assert.ok(path.endsWith('/approve_order.output.jsonc'), path);
});

test('paths that are not ours are refused', () => {
  for (const path of ['', '/', '/a/b/c', '/a/b/c/d/e.txt', '/a/b/c/d/e.output.jsonc/f', 'a/b']) {
    assert.equal(parseOutputPath(path), undefined, path);
  }
});

test('every read-only document is found again by its path', () => {
  for (const name of hostile) {
    const all: readonly Viewed[] = [
      { kind: 'execution', connection: name, execution: name },
      { kind: 'update', entry: 'e/1', side: 'before', title: name },
      { kind: 'text', id: '1b', title: name },
    ];
    for (const viewed of all) {
      assert.deepEqual(parseViewPath(viewPath(viewed)), viewed);
    }
  }
});

test('a task without an execution is viewed as such', () => {
  const ref: TaskRef = { connection: 'c', workflow: 'w', task: 'a/b' };
  const viewed: Viewed = { kind: 'task', ref, title: 'n' };

  assert.deepEqual(parseViewPath(viewPath(viewed)), viewed);
  assert.equal(parseViewPath('/task/only'), undefined);
});
