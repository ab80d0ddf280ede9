import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { triageSubtitle } from '../../../../src/host/triage/triageChoices.ts';
import { firstStop, triageQueue, triageSentence } from '../../../../src/host/triage/triageQueue.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

function named(task: string, startedAt: number): Task {
  return { ...fakeTask, ref: { ...fakeTask.ref, task }, startedAt };
}

const [old, young, other] = [named('old', 1), named('young', 9), named('other', 5)];

const queue = triageQueue([
  { connection: fakeConnection, tasks: [old, young] },
  { connection: { ...fakeConnection, id: 'c2' }, tasks: [other], error: undefined },
]);

test('the tasks of all connections stand in one line, oldest first', () => {
  assert.deepEqual(
    queue.map(({ ref }) => ref.task),
    ['old', 'other', 'young'],
  );
});

test('a walk goes on where the last one stopped, unless that task waits no more', () => {
  assert.equal(firstStop(queue, undefined), 0);
  assert.equal(firstStop(queue, other.ref), 1);
  assert.equal(firstStop(queue, named('gone', 0).ref), 0);
});

test('age and position are said in one line, and the end in one sentence', () => {
  const position = triageSubtitle({ ...fakeTask, startedAt: 0 }, 'Shop', 3 * 3_600_000);

  assert.equal(position, 'Waits 3 h · Shop › loan');
  assert.equal(triageSentence({ completed: 5, failed: 0, skipped: 2 }), '5 completed, 2 skipped.');
  assert.equal(triageSentence({ completed: 0, failed: 0, skipped: 0 }), '');
});
