import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskAfter, taskBeside } from '../../../../src/host/trees/taskBeside.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

function task(id: string, own: { readonly past?: true; readonly over?: true } = {}): WorkflowNode {
  const options = own.over ? { ...fakeOptions, unavailable: 'over' } : fakeOptions;
  const ref = { ...fakeTask.ref, task: id };
  return {
    kind: 'task',
    id,
    task: { ...fakeTask, ref, options },
    attempts: [],
    children: [],
    past: own.past === true,
  };
}

const group: WorkflowNode = { kind: 'group', id: 'group', label: 'Shop', children: [] };
const [a, b, c] = [task('a'), task('b'), task('c')];
const rows = [group, a, task('try', { past: true }), group, b, c];

test('the keys go from task to task, over groups and earlier tries', () => {
  const next = (from: WorkflowNode | undefined) => taskBeside(rows, from, 1)?.id;
  const previous = (from: WorkflowNode | undefined) => taskBeside(rows, from, -1)?.id;

  assert.deepEqual([undefined, group, a, b, c].map(next), ['a', 'a', 'b', 'c', undefined]);
  assert.deepEqual([undefined, a, b, c].map(previous), [undefined, undefined, 'a', 'b']);
});

test('after an update the next task is that below, else the nearest above', () => {
  assert.equal(taskAfter(rows, rows, a)?.id, 'b');
  assert.equal(taskAfter(rows, rows, c)?.id, 'b');
});

test('a row that has left is followed by the one that stood below it', () => {
  const now = [group, a, c];

  assert.equal(taskAfter(rows, now, b)?.id, 'c');
  assert.equal(taskAfter(rows, [group], b), undefined);
});

test('what takes no update any more is not gone to; a new task is', () => {
  const done = task('a', { over: true });
  const now = [done, task('x', { over: true }), task('new')];

  assert.equal(taskAfter([a], now, done)?.id, 'new');
});
