import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRow } from '../../../../src/host/trees/findRow.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { executionRows } from '../../../../src/host/trees/workflowNode.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

const inBranch = { kind: 'task', task: fakeTask, attempts: [], children: [] } as const;
const branch = { kind: 'group', key: 'b', label: 'Branch', children: [inBranch] } as const;
const execution = {
  id: 'e1',
  workflow: 'loan',
  status: 'RUNNING',
  state: 'running',
  terminal: false,
} as const;

/** A tree of one connection, with an execution that holds the task in a branch. */
const tree: Readonly<Record<string, readonly WorkflowNode[]>> = {
  '': [{ kind: 'connection', id: 'c', connection: fakeConnection }],
  c: [
    {
      kind: 'workflow',
      id: 'w',
      connection: 'c1',
      workflow: { id: 'loan', name: 'Loan', versions: [] },
    },
  ],
  w: [{ kind: 'execution', id: 'e', connection: 'c1', execution }],
  e: executionRows([branch], 'e'),
  'e/group:b': executionRows([inBranch], 'e/group:b'),
};
const rows = async (node: WorkflowNode | undefined) => tree[node?.id ?? ''] ?? [];

test('a task is found below its connection, workflow, execution and branch', async () => {
  assert.equal((await findRow(rows, fakeTask.ref))?.id, 'e/group:b/t1');
});

test('what is not among the rows is not found', async () => {
  for (const other of [
    { connection: 'c2' },
    { workflow: 'w2' },
    { execution: 'e2' },
    { task: 't2' },
  ]) {
    assert.equal(await findRow(rows, { ...fakeTask.ref, ...other }), undefined);
  }
});
