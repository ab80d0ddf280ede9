import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { sentOutputs } from '../../../../src/host/fill/sentOutputs.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const now = 1_700_000_000_000;

const exact = parseJson('{"n":12345678901234567890}') as JsonObject;

function entry(
  id: string,
  own: Partial<JournalEntry> & { readonly update: TaskUpdate },
): JournalEntry {
  return {
    id,
    ref: { ...fakeTask.ref, execution: `x${id}`, task: `t${id}` },
    connectionName: 'Local',
    taskName: 'approve',
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt: now - 60_000,
    tries: [],
    ...own,
  };
}

const sending = (value: JsonObject): TaskUpdate => ({
  status: 'COMPLETED',
  output: { kind: 'object', mode: 'merge', value },
});

test('the outputs sent to the same definition are offered once each, to the digit', () => {
  const entries = [
    entry('1', { update: sending(exact) }),
    entry('2', { update: sending({ a: 1 }) }),
    entry('3', { update: sending(exact) }),
    entry('4', { update: { status: 'COMPLETED' } }),
    entry('5', { update: { output: { kind: 'text', text: 'hi' } } }),
    entry('6', { update: sending({ b: 1 }), taskName: 'ship' }),
    entry('7', { update: sending({ c: 1 }), ref: { ...fakeTask.ref, workflow: 'other' } }),
  ];

  const choices = sentOutputs(entries, fakeTask, now);

  assert.deepEqual(
    choices.map(({ value }) => value),
    ['{\n  "n": 12345678901234567890\n}', '{\n  "a": 1\n}'],
  );
  assert.equal(choices[0]?.label, '{ "n": 12345678901234567890 }');
  assert.match(choices[0]?.description ?? '', /^COMPLETED · /);
});

test('a definition has its outputs in every workflow', () => {
  const ref = { ...fakeTask.ref, workflow: 'other' };
  const sent = [
    entry('1', {
      update: sending({ a: 1 }),
      ref,
      taskName: 'yes_or_no',
      definition: 'approve_loan',
    }),
    entry('2', { update: sending({ b: 1 }), ref, definition: 'approve_car' }),
  ];
  const task: Task = { ...fakeTask, definition: 'approve_loan' };

  assert.deepEqual(
    sentOutputs(sent, task, now).map(({ value }) => value),
    ['{\n  "a": 1\n}'],
  );
});

test('without executions the workflow is the definition', () => {
  const { execution: _none, ...ref } = fakeTask.ref;
  const task: Task = { ...fakeTask, ref, name: 'Title of mine' };
  const sent = [entry('1', { update: sending({ a: 1 }), ref, taskName: 'Another title' })];

  assert.equal(sentOutputs(sent, task, now).length, 1);
});
