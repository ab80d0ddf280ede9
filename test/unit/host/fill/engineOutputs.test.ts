import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { distinct, sentOutputs } from '../../../../src/host/fill/sentOutputs.ts';
import { engineOutputs } from '../../../../src/host/fill/engineOutputs.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const now = 1_700_000_000_000;

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

test('what the engine holds is offered where it has the right kind, and not twice', () => {
  const sent = sentOutputs([entry('1', { update: sending({ a: 1 }) })], fakeTask, now);
  const held = engineOutputs(
    [
      { source: 'approve of e7', endedAt: now - 1000, value: { a: 1 } },
      { source: 'approve of e8', value: 'text' },
      { source: 'approve of e9', value: undefined },
      { source: 'approve of e10', value: { b: 2 } },
    ],
    fakeTask,
    now,
  );

  assert.deepEqual(
    distinct([...sent, ...held]).map(({ section, detail }) => [section, detail]),
    [
      ['Sent from here', 'Local › loan › approve'],
      ['Held by the engine', 'approve of e10'],
    ],
  );
});
