import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson } from '../../../../src/domain/json.ts';
import {
  entryText,
  executionText,
  snapshotText,
  taskText,
} from '../../../../src/host/words/taskText.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const compared = { connectionName: 'Local', taskName: 'approve', ref: fakeTask.ref };

test('a task is shown with its times as dates and every digit of its numbers', () => {
  const output = parseJson('{"amount":12345678901234567890}') as Record<string, never>;
  const text = taskText({ ...fakeTask, startedAt: 0, output });

  assert.match(text, /"startedAt": "1970-01-01T00:00:00.000Z"/);
  assert.match(text, /"amount": 12345678901234567890/);
});

test('both sides of a comparison begin alike and differ in what changed', () => {
  const before = snapshotText(compared, { status: 'IN_PROGRESS', output: {} }).split('\n');
  const after = snapshotText(compared, { status: 'COMPLETED', output: {} }).split('\n');
  const different = before.filter((line, index) => line !== after[index]);

  assert.deepEqual(different, ['  "status": "IN_PROGRESS",']);
});

test('a text of many millions of characters is cut, and says so', () => {
  const text = taskText({ ...fakeTask, output: { big: 'x'.repeat(6_000_000) } });

  assert.ok(text.length < 5_100_000);
  assert.match(text, /more characters are not shown\n$/);
});

test('an execution shows its tasks with their earlier attempts', () => {
  const text = executionText({
    execution: { id: 'e1', workflow: 'loan', status: 'RUNNING', state: 'running', terminal: false },
    nodes: [
      {
        kind: 'group',
        key: 'g',
        label: 'Branch 1',
        children: [{ kind: 'task', task: fakeTask, attempts: [fakeTask], children: [] }],
      },
    ],
  });
  const shown = JSON.parse(text) as {
    tasks: [{ group: string; tasks: [Record<string, unknown>] }];
  };

  assert.equal(shown.tasks[0].group, 'Branch 1');
  assert.ok(Array.isArray(shown.tasks[0].tasks[0]['earlierAttempts']));
});

test('a journal entry without an outcome is shown whole', () => {
  const text = entryText({
    id: '1',
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    update: { status: 'COMPLETED', output: { kind: 'text', text: 'done' } },
    before: { status: 'IN_PROGRESS', output: undefined },
    startedAt: 0,
    tries: [],
  });

  assert.match(text, /"Outcome": "in flight"/);
  assert.match(text, /"output": "done"/);
});
