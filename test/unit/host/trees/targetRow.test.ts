import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionOf, targetRows } from '../../../../src/host/trees/targetRow.ts';
import type { TargetTree, TargetTrees } from '../../../../src/host/trees/targetRow.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { waitingRows } from '../../../../src/host/trees/waitingRows.ts';
import { taskNumber } from '../../../support/bulkItems.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';
import { EngineError } from '../../../../src/domain/engineError.ts';

const rows = [1, 2, 3].map((number): WorkflowNode => ({
  kind: 'task',
  id: `row${number}`,
  task: taskNumber(number),
  attempts: [],
  children: [],
  past: false,
}));

function viewsWith(selected: readonly WorkflowNode[]): TargetTrees {
  const view: TargetTree = {
    find: (id) => rows.find((row) => row.id === id),
    focused: async () => rows[0],
    selected: () => selected,
    step: async () => undefined,
    leaving: () => async () => undefined,
    hold: () => undefined,
  };
  return { 'workflowTasks.waiting': view };
}

test('a menu on one of several selected rows hands all of them in', () => {
  const [first, second] = rows;

  assert.deepEqual(targetRows(first, [first, second], viewsWith([])), [first, second]);
});

test('a key has the rows that its view has selected', () => {
  assert.deepEqual(targetRows('workflowTasks.waiting', undefined, viewsWith(rows)), rows);
});

test('one row, or none, is no selection of several', () => {
  const [first] = rows;
  assert.ok(first);

  assert.deepEqual(targetRows(first, undefined, viewsWith(rows)), []);
  assert.deepEqual(targetRows(first, [first], viewsWith(rows)), []);
  assert.deepEqual(targetRows('workflowTasks.waiting', undefined, viewsWith([first])), []);
  assert.deepEqual(targetRows(undefined, undefined, viewsWith(rows)), []);
});

test('a row that was drawn anew is taken as it is now', () => {
  const [first, second] = rows;
  const old = { ...first, task: taskNumber(9) };

  assert.deepEqual(targetRows(old, [old, second], viewsWith([])), [first, second]);
});

test('what can be done about a connection that could not be read is done to that connection', () => {
  const error = new EngineError('auth', 'Nobody is signed in.', { nothingApplied: true });
  const found = waitingRows([{ connection: fakeConnection, tasks: [], error }], 'connection');
  const given = found.flatMap((row) => (row.kind === 'message' ? (row.action?.args ?? []) : []));
  const connections = {
    find: (id: string) => (id === fakeConnection.id ? fakeConnection : undefined),
  };

  assert.ok(given.length > 0);
  for (const argument of given) {
    assert.equal(connectionOf(undefined, argument, connections), fakeConnection);
  }
  assert.equal(connectionOf(undefined, { id: 'a', connection: 'b' }, connections), undefined);
});
