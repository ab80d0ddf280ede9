import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LosslessNumber } from 'lossless-json';
import { mayUndo, undoOf } from '../../../../src/app/undo/undoOf.ts';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import type { Snapshot } from '../../../../src/domain/snapshot.ts';
import type { Task } from '../../../../src/domain/task.ts';
import type { OutputOption, TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

const big = new LosslessNumber('12345678901234567890');
const merging: OutputOption = { kind: 'object', modes: ['merge'], limitBytes: 200 };
const text: OutputOption = { kind: 'text', modes: [], limitBytes: 200 };

function saved(before: Partial<Snapshot>, after: Partial<Snapshot>, update: TaskUpdate = {}) {
  const entry: JournalEntry = {
    id: '1',
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    update: { status: 'IN_PROGRESS', ...update },
    before: { status: 'IN_PROGRESS', output: {}, ...before },
    startedAt: 1,
    tries: [{ at: 1, result: '200' }],
    outcome: {
      kind: 'confirmed',
      after: { status: 'IN_PROGRESS', output: {}, updatedAt: 5, ...after },
      notes: [],
    },
  };
  return entry;
}

/** The task as the update left it, with these options. */
function taskAfter(entry: JournalEntry, output?: OutputOption): Task {
  const after = entry.outcome?.after;
  const options = { ...fakeOptions, ...(output === undefined ? {} : { output }) };
  return {
    ...fakeTask,
    status: after?.status ?? '',
    output: after?.output,
    updatedAt: 5,
    options,
  };
}

const plain = (_task: Task, { status }: TaskUpdate) => [{ status: status ?? 'IN_PROGRESS' }];

function undone(entry: JournalEntry, now: Task | undefined, expects = plain) {
  const undo = undoOf(entry, now, expects);
  return undo.kind === 'impossible' ? undo.why : { update: undo.update, stays: undo.stays };
}

const output = { kind: 'object', mode: 'merge', value: { a: 2, c: 3 } } as const;

test('an output is restored exactly where the engine replaces', () => {
  const entry = saved({ output: { a: big, b: 1 } }, { output: { a: 2, b: 1, c: 3 } }, { output });

  assert.deepEqual(undone(entry, taskAfter(entry)), {
    update: {
      status: 'IN_PROGRESS',
      output: { kind: 'object', mode: 'replace', value: { a: big, b: 1 } },
    },
    stays: [],
  });
});

test('where the engine only merges, changed keys come back and added ones are named', () => {
  const entry = saved({ output: { a: 1, b: 1 } }, { output: { a: 2, b: 1, c: 3 } }, { output });
  const both = saved({ output: { a: 1 } }, { output: { a: 2 } }, { output });

  assert.deepEqual(undone(entry, taskAfter(entry, merging)), {
    update: { status: 'IN_PROGRESS', output: { kind: 'object', mode: 'merge', value: { a: 1 } } },
    stays: ['The key "c" stays: the engine only merges outputs.'],
  });
  assert.deepEqual(undone(both, taskAfter(both, merging)), {
    update: { status: 'IN_PROGRESS', output: { kind: 'object', mode: 'merge', value: { a: 1 } } },
    stays: [],
  });
});

test('where the engine only merges and keys were only added, nothing can be undone', () => {
  const entry = saved({ output: undefined }, { output: { c: 3, d: 4 } }, { output });

  assert.equal(
    undone(entry, taskAfter(entry, merging)),
    'The keys "c", "d" cannot be taken back: the engine only merges outputs.',
  );
});

test('a text comes back, also where there was none', () => {
  const change = { output: { kind: 'text', text: 'new' } } as const;
  const earlier = saved({ output: 'old' }, { output: 'new' }, change);
  const none = saved({ output: undefined }, { output: 'new' }, change);
  const textOf = (entry: JournalEntry) => {
    const undo = undoOf(entry, taskAfter(entry, text), plain);
    return undo.kind === 'possible' ? undo.update.output : undo;
  };

  assert.deepEqual(textOf(earlier), { kind: 'text', text: 'old' });
  assert.deepEqual(textOf(none), { kind: 'text', text: '' });
});

test('a status comes back where the engine takes one that leads there', () => {
  const entry = saved({ status: 'paused' }, { status: 'completed' }, { status: 'completed' });
  const statuses = [
    { status: 'executing', effect: '' },
    { status: 'paused', effect: '' },
  ];
  const options = { ...fakeOptions, canKeepStatus: true as const, statuses };

  assert.deepEqual(undone(entry, { ...taskAfter(entry), options }), {
    update: { status: 'paused' },
    stays: [],
  });
});

test('the status to send is the one that the engine shows as the earlier one', () => {
  const entry = saved({ status: 'SCHEDULED' }, { status: 'IN_PROGRESS' });
  const queued = (_task: Task, { status }: TaskUpdate) => [
    { status: status === 'IN_PROGRESS' ? 'SCHEDULED' : (status ?? '') },
  ];

  assert.deepEqual(undone(entry, taskAfter(entry), queued), {
    update: { status: 'IN_PROGRESS' },
    stays: [],
  });
});

test('there is no undo without a way back', () => {
  const entry = saved({ status: 'SCHEDULED' }, { status: 'IN_PROGRESS' });

  assert.equal(
    undone(entry, taskAfter(entry)),
    'The engine offers no way from IN_PROGRESS back to SCHEDULED: this cannot be undone.',
  );
});

test('a reason and fields come back as far as they had a value, and the rest is said', () => {
  const entry = saved(
    { reason: 'old', fields: { worker: 'me', callback: null } },
    { reason: 'new', fields: { worker: 'you', callback: 5 } },
    { reason: 'new', fields: { worker: 'you', callback: 5, logs: ['x'] } },
  );

  assert.deepEqual(undone(entry, taskAfter(entry)), {
    update: { status: 'IN_PROGRESS', reason: 'old', fields: { worker: 'me' } },
    stays: ['Callback: stays, since it had no value before.', 'Log lines: what was sent stays.'],
  });
});

test('what cannot be undone says why', () => {
  const entry = saved({ output: {} }, { output: { a: 1 } }, { output });
  const { outcome: _, ...flying } = entry;
  const now = taskAfter(entry);
  const logs = saved({}, {}, { fields: { logs: ['x'] } });
  const refusing = { ...now, options: { ...now.options, unavailable: 'It is over.' } };
  const notApplied = { kind: 'notApplied', expected: 'a', actual: 'b' } as const;
  const unknown = { kind: 'unknown', detail: '' } as const;
  const overtaken = { kind: 'overtaken', after: entry.before, detail: '' } as const;
  const cases: readonly (readonly [RegExp, JournalEntry, Task | undefined])[] = [
    [/still on its way/, flying, now],
    [/nothing to undo/, { ...entry, outcome: notApplied }, now],
    [/Somebody changed the task after the update/, { ...entry, outcome: overtaken }, now],
    [/is unknown: check again/, { ...entry, outcome: unknown }, now],
    [/no such task/, entry, undefined],
    [/The task is .* This cannot be undone/, entry, { ...now, terminal: true }],
    [/^It is over\. This cannot be undone\.$/, entry, refusing],
    [/keeps an output/, entry, { ...now, isOutputHidden: true }],
    [/^Log lines: what was sent stays\.$/, logs, taskAfter(logs)],
    [/changed nothing/, saved({}, {}), now],
  ];
  for (const [words, of, task] of cases) {
    const undo = undoOf(of, task, plain);
    assert.match(undo.kind === 'impossible' ? undo.why : 'possible', words);
  }
});

test('the task counts as seen as the update left it, so that later changes are shown', () => {
  const entry = saved({ output: {} }, { output: { a: 1 } }, { output });
  const now = { ...taskAfter(entry), output: { a: 7 }, updatedAt: 9 };

  const undo = undoOf(entry, now, plain);

  assert.ok(undo.kind === 'possible');
  assert.deepEqual(undo.base.output, { a: 1 });
  assert.equal(undo.base.updatedAt, 5);
});

test('a row offers to undo what was confirmed and did not end the task', () => {
  const entry = saved({}, {});
  const { outcome: _, ...flying } = entry;

  assert.equal(mayUndo(entry), true);
  assert.equal(mayUndo({ ...entry, endsTask: true }), false);
  assert.equal(mayUndo(flying), false);
});
