import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../../src/domain/engineError.ts';
import type { BulkResult } from '../../../src/app/bulk/bulkItem.ts';
import type { JournalEntry, Outcome } from '../../../src/domain/outcome.ts';
import { statusItems, tailItems } from '../../../src/host/taskList/listChoices.ts';
import { listSummary, summaryLenses } from '../../../src/host/taskList/listSummary.ts';
import { listOfRows } from '../../../src/host/taskList/rowSource.ts';
import { journalLines, sentLine } from '../../../src/host/taskList/sentLine.ts';
import type { WorkflowNode } from '../../../src/host/trees/workflowNodes.ts';
import { readLine } from '../../../src/app/taskList/listLine.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../support/fakeTask.ts';
import { listOf, read, taskOf } from '../app/taskList/sampleList.ts';

const lenses = (text: string) =>
  summaryLenses(listSummary(read(text, listOf(taskOf('1'), taskOf('2'))))).map(
    ({ title }) => title,
  );

test('the line above a list counts what would be sent, and what cannot', () => {
  assert.deepEqual(lenses('IN_PROGRESS #1'), [
    'No Changes Yet',
    '$(refresh) Refresh',
    '$(trash) Discard',
  ]);
  assert.deepEqual(lenses('COMPLETED #1\nNONSENSE #2').slice(0, 2), [
    '$(send) Review and Send 1 Change…',
    '$(error) 1 Line Cannot Be Sent',
  ]);
  assert.equal(lenses('fail #1\nfail #2')[0], '$(send) Review and Send 2 Changes…');
});

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

const name = () => 'Shop';
const task: WorkflowNode = {
  kind: 'task',
  id: 'a',
  task: fakeTask,
  attempts: [],
  children: [],
  past: false,
};
const group: WorkflowNode = {
  kind: 'group',
  id: 'g',
  label: 'g',
  children: [{ kind: 'task', task: fakeTask, attempts: [], children: [] }],
};
const workflow: WorkflowNode = {
  kind: 'workflow',
  id: 'w',
  connection: 'c1',
  workflow: { id: 'w1', name: 'Loan', versions: [] },
};
const connection: WorkflowNode = { kind: 'connection', id: 'c', connection: fakeConnection };

test('rows say which tasks a list is about', () => {
  assert.deepEqual(listOfRows([], name), undefined);
  assert.deepEqual(listOfRows([{ ...task, past: true }], name), undefined);
  assert.deepEqual(listOfRows([task, group], name), {
    source: { kind: 'tasks', refs: [fakeTask.ref, fakeTask.ref] },
    title: '2 selected tasks',
  });
  assert.deepEqual(listOfRows([workflow], name), {
    source: { kind: 'workflow', connection: 'c1', workflow: 'w1' },
    title: 'Tasks of Loan on Shop',
  });
  assert.deepEqual(listOfRows([connection], name)?.title, 'Tasks of Local');
  assert.deepEqual(listOfRows([workflow, task, connection], name), {
    source: {
      kind: 'several',
      sources: [
        { kind: 'tasks', refs: [fakeTask.ref] },
        { kind: 'workflow', connection: 'c1', workflow: 'w1' },
        { kind: 'connection', connection: 'c1' },
      ],
    },
    title: 'Tasks of 3 selected rows',
  });
});

test('what became of an update is one sentence on its line', () => {
  const item = { base: fakeTask, update: { status: 'COMPLETED' } };
  const settled = (outcome: Outcome): BulkResult => ({
    kind: 'settled',
    item,
    entry: {
      id: 'e',
      ref: fakeTask.ref,
      connectionName: 'Shop',
      taskName: 'approve',
      update: item.update,
      before: { status: 'IN_PROGRESS', output: {} },
      startedAt: 0,
      tries: [],
      outcome,
    },
  });
  const after = { status: 'COMPLETED', output: {} };
  const cases: readonly (readonly [BulkResult, string, string])[] = [
    [settled({ kind: 'confirmed', after, notes: [] }), 'confirmed', 'confirmed'],
    [settled({ kind: 'pending', detail: 'not visible yet' }), 'open', 'pending: not visible yet'],
    [
      settled({ kind: 'notApplied', expected: 'A', actual: 'B', reason: 'line\nbreak' }),
      'notApplied',
      'not applied, expected A, found B: line break',
    ],
    [
      { kind: 'changed', item, changes: [{ what: 'status', from: 'A', to: 'B' }], now: fakeTask },
      'notApplied',
      'not sent: somebody changed it meanwhile (status A → B)',
    ],
    [{ kind: 'refused', item, problems: [{ message: 'No.' }] }, 'notApplied', 'not sent: No.'],
    [{ kind: 'notSent', item, reason: 'Cancelled.' }, 'notApplied', 'not sent: Cancelled.'],
    [
      {
        kind: 'failed',
        item,
        error: new EngineError('network', 'refused', { nothingApplied: true }),
      },
      'notApplied',
      'not sent: refused',
    ],
  ];
  for (const [result, kind, words] of cases) {
    const line = sentLine(result);
    assert.equal(line.became.kind, kind);
    assert.ok(line.sentence.startsWith(words), line.sentence);
  }
});

test('the journal tells what became of updates since the list was made, the newest of each task', () => {
  const at = (startedAt: number, status: string, outcome?: Outcome): JournalEntry => ({
    id: String(startedAt),
    ref: fakeTask.ref,
    connectionName: 'Shop',
    taskName: 'approve',
    update: { status },
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt,
    tries: [],
    ...(outcome === undefined ? {} : { outcome }),
  });
  const confirmed: Outcome = { kind: 'confirmed', after: { status: 'A', output: {} }, notes: [] };
  const list = { ...listOf(taskOf('1')), readAt: 100 };
  const entries = [at(300, 'FLYING'), at(250, 'NEW', confirmed), at(200, 'OLD', confirmed)];

  assert.deepEqual(
    journalLines(entries, list).map(({ update }) => update.status),
    ['NEW'],
  );
  assert.deepEqual(journalLines(entries, { ...list, markedAt: 260 }), []);
  assert.deepEqual(journalLines(entries, { ...list, readAt: 260 }), []);
});
