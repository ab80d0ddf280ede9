import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { countText, waitingRows, waitingTaskRow } from '../../../../src/host/trees/waitingRows.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { workflowRow } from '../../../../src/host/trees/workflowRow.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const hour = 3_600_000;
const agentTask: Task = {
  ...fakeTask,
  ref: { connection: 'c1', workflow: 'b1c9a2de-4f0e', task: 't9' },
  workflowName: 'Support Triage',
  startedAt: 0,
};
const context = {
  nowMs: 0,
  isReadOnly: () => false,
  isDemo: () => false,
  isPinned: () => false,
  decorationOf: () => undefined,
  repeatOf: () => undefined,
};
const plain = {
  label: 'approve',
  tooltip: 't',
  icon: { name: 'bell' },
  expand: 'collapsed',
  context: [],
  spoken: 's',
} as const;

test('the age comes first, then the workflow by its name', () => {
  const row = waitingTaskRow(agentTask, plain, 3 * hour);
  const unnamed = waitingTaskRow(fakeTask, plain, 3 * hour);

  assert.equal(row.description, '3 h · Support Triage');
  assert.equal(unnamed.description, 'loan');
});

test('groups by workflow carry its name, and stay apart where two are called alike', () => {
  const other = { ...agentTask, ref: { ...agentTask.ref, workflow: 'other' } };
  const found = [{ connection: fakeConnection, tasks: [agentTask, other] }];

  const rows = waitingRows(found, 'workflow');

  assert.deepEqual(
    rows.map((row) => (row.kind === 'group' ? [row.id, row.label, row.children.length] : row)),
    [
      ['waiting/c1/b1c9a2de-4f0e', 'Support Triage · Local', 1],
      ['waiting/c1/other', 'Support Triage · Local', 1],
    ],
  );
});

test('what could not be read has rows of its own, a few of them where it is everything', () => {
  const odd = Array.from({ length: 50 }, (_, index) => ({
    kind: 'task' as const,
    id: `t-${index}`,
    problem: 'status is null',
  }));
  const rows = waitingRows([{ connection: fakeConnection, tasks: [], odd }], 'connection');

  assert.equal(rows.length, 21);
  assert.equal(new Set(rows.map(({ id }) => id)).size, 21);
  const [first] = rows;
  assert.ok(first);
  const { label, description, icon } = workflowRow(first, context);
  assert.deepEqual(
    [label, description, icon.name],
    ['Local: Task t-0 could not be read', 'status is null', 'warning'],
  );
  const last = rows.at(-1);
  assert.equal(last?.kind === 'message' && last.text, 'Local: 30 more could not be read');
});

test('a group carries the icon of what it stands for', () => {
  const found = [{ connection: fakeConnection, tasks: [fakeTask] }];
  const production = [
    { connection: { ...fakeConnection, environment: 'production' as const }, tasks: [fakeTask] },
  ];
  const icon = (rows: readonly WorkflowNode[]) =>
    rows.map((row) => workflowRow(row, context).icon.name);

  assert.deepEqual(icon(waitingRows(found, 'connection')), ['server']);
  assert.deepEqual(icon(waitingRows(found, 'workflow')), ['type-hierarchy']);
  assert.deepEqual(icon(waitingRows(production, 'connection')), ['server-environment']);
});

test('a list that is a bound says so with its number, and offers to look further', () => {
  const found = [
    {
      connection: fakeConnection,
      tasks: [fakeTask, agentTask],
      hasMore: true,
      notice: 'Looked into the oldest 2 of 9.',
    },
  ];
  const rows = waitingRows(found, 'connection').map((row) => {
    const { label, description, spoken } = workflowRow(row, context);
    return [row.kind, label, description, spoken];
  });

  assert.deepEqual(rows, [
    ['group', 'Local', '2+', 'Local, 2+'],
    ['message', 'Local', 'Looked into the oldest 2 of 9.', 'Local\nLooked into the oldest 2 of 9.'],
    ['more', 'Show more…', '2 shown', 'show more, 2 shown'],
  ]);
  assert.equal(countText(2, true), '2+');
  const [group] = waitingRows([{ connection: fakeConnection, tasks: [fakeTask] }], 'workflow');
  assert.equal(group && workflowRow(group, context).description, '1');
});
