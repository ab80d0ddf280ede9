import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task, TaskState } from '../../../../src/domain/task.ts';
import type { UpdateOptions } from '../../../../src/domain/taskUpdate.ts';
import { taskRows } from '../../../../src/host/trees/workflowNode.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { workflowRow } from '../../../../src/host/trees/workflowRow.ts';
import type { RowSurroundings } from '../../../../src/host/trees/workflowRow.ts';

const now = 10_000_000;

const context: RowSurroundings = {
  nowMs: now,
  isReadOnly: () => false,
  isDemo: () => false,
  isPinned: () => false,
  decorationOf: () => undefined,
  repeatOf: () => undefined,
};

const options: UpdateOptions = {
  statuses: [
    { status: 'COMPLETED', role: 'complete', effect: 'The workflow goes on.' },
    { status: 'FAILED', role: 'fail', effect: 'The workflow fails.', stopsWorkflow: true },
  ],
  output: { kind: 'object', modes: ['merge'], limitBytes: 100 },
  fields: [],
  warnings: [],
};

function taskNode(change: Partial<Task> = {}): Extract<WorkflowNode, { kind: 'task' }> {
  const task: Task = {
    ref: { connection: 'c', workflow: 'orders', execution: 'e', task: 't' },
    name: 'approve',
    type: 'HUMAN',
    status: 'IN_PROGRESS',
    state: 'waiting',
    terminal: false,
    input: {},
    output: undefined,
    attempt: 0,
    startedAt: now - 120_000,
    engineFields: {},
    options,
    ...change,
  };
  return { kind: 'task', id: 'x', task, attempts: [], children: [], past: false };
}

test('a waiting task shows its status, type and age, and what can be done', () => {
  const row = workflowRow(taskNode(), context);

  assert.equal(row.label, 'approve');
  assert.equal(row.description, 'IN_PROGRESS · HUMAN · 2 min');
  assert.deepEqual(row.context, [
    'task',
    'canPin',
    'canUpdate',
    'canComplete',
    'canFail',
    'canEditOutput',
    'noRepeat',
  ]);
  assert.equal(row.expand, 'none');
});

test('a status that cannot be set leaves a blank button in its column', () => {
  const refused = options.statuses.map((status) =>
    status.role === 'fail' ? { ...status, unavailable: 'not now' } : status,
  );
  const row = workflowRow(taskNode({ options: { ...options, statuses: refused } }), context);

  assert.ok(row.context.includes('canComplete'));
  assert.ok(!row.context.includes('canFail'));
  assert.ok(row.context.includes('noFail'));
});

test('a task that takes no update offers none and says why', () => {
  const closed = { ...options, unavailable: 'It has ended.' };
  const row = workflowRow(taskNode({ options: closed, terminal: true }), context);

  assert.deepEqual(row.context, ['task', 'canPin']);
  assert.match(row.tooltip, /It has ended\./);
});

test('a read-only connection offers no update', () => {
  const row = workflowRow(taskNode(), { ...context, isReadOnly: () => true });

  assert.deepEqual(row.context, ['task', 'canPin']);
});

test('an update under way is told on the row', () => {
  const row = workflowRow(taskNode(), {
    ...context,
    decorationOf: () => ({ icon: { name: 'sync~spin' }, text: 'sending…' }),
  });

  assert.match(row.description ?? '', /^sending…/);
  assert.equal(row.icon.name, 'sync~spin');
});

const states: readonly TaskState[] = [
  'waiting',
  'running',
  'succeeded',
  'warned',
  'failed',
  'cancelled',
  'unknown',
];
test('each state has an icon of its own, so that colour alone says nothing', () => {
  const icons = states.map((state) => workflowRow(taskNode({ state }), context).icon.name);

  assert.equal(new Set(icons).size, states.length);
});

test('earlier tries and the sub-workflow stand below a task, with ids of their own', () => {
  const earlier = taskNode({
    ref: { connection: 'c', workflow: 'orders', execution: 'e', task: 't0' },
    status: 'FAILED',
  }).task;
  const node = {
    ...taskNode({ child: { execution: 'e2', workflow: 'ship' } }),
    attempts: [earlier],
  };

  const rows = taskRows(node);

  assert.deepEqual(
    rows.map((row) => [row.kind, row.id]),
    [
      ['child', 'x/child'],
      ['task', 'x/try:t0'],
    ],
  );
  const [, past] = rows;
  assert.ok(past);
  assert.deepEqual(workflowRow(past, context).context, ['task']);
});

test('a row says what a repetition of the last update would send, and offers it only then', () => {
  const repeating = { ...context, repeatOf: () => 'COMPLETED with {"ok":true}' };
  const row = workflowRow(taskNode(), repeating);
  const readOnly = workflowRow(taskNode(), { ...repeating, isReadOnly: () => true });

  assert.ok(row.context.includes('canRepeat'));
  assert.match(row.tooltip, /^Repeat Last Update sends COMPLETED with \{"ok":true\}$/m);
  assert.ok(!readOnly.context.includes('canRepeat'));
  assert.doesNotMatch(readOnly.tooltip, /Repeat/);
  assert.ok(!workflowRow(taskNode(), context).context.includes('canRepeat'));
});
