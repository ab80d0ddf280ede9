import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  childrenOf,
  noRows,
  readAgain,
  replaceRows,
  rowsOnShow,
} from '../../../../src/host/ui/treeRows.ts';
import type { MessageNode, WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';

function row(id: string): MessageNode {
  return { kind: 'message', id, severity: 'info', text: id };
}

/** A tree of messages: each id has the ids that stand below it. */
function childrenFrom(tree: Readonly<Record<string, readonly string[]>>) {
  return async (node: WorkflowNode | undefined) => (tree[node?.id ?? ''] ?? []).map(row);
}

const ids = (rows: readonly WorkflowNode[]) => rows.map(({ id }) => id);

test('children are read once, and shown in screen order', async () => {
  const rows = noRows<WorkflowNode>();
  const children = childrenFrom({ '': ['a', 'b'], a: ['a1', 'a2'] });
  await childrenOf(rows, undefined, children);
  await childrenOf(rows, row('a'), children);

  assert.deepEqual(ids(rowsOnShow(rows)), ['a', 'a1', 'a2', 'b']);
  assert.deepEqual(ids(await childrenOf(rows, row('a'), childrenFrom({}))), ['a1', 'a2']);
  assert.equal(rows.parents.get('a2')?.id, 'a');
});

test('open rows are read again, without touching the present rows until they are replaced', async () => {
  const rows = noRows<WorkflowNode>();
  const old = childrenFrom({ '': ['a', 'b'], a: ['a1'] });
  await childrenOf(rows, undefined, old);
  await childrenOf(rows, row('a'), old);
  const before = new Set(rows.below.keys());

  const fresh = await readAgain(rows, childrenFrom({ '': ['c', 'a'], a: ['a2'], c: ['c1'] }));
  assert.deepEqual(ids(rowsOnShow(rows)), ['a', 'a1', 'b']);
  assert.equal(rows.byId.has('a2'), false);

  replaceRows(rows, before, fresh);
  assert.deepEqual(ids(rowsOnShow(rows)), ['c', 'a', 'a2']);
  assert.equal(rows.parents.get('a2')?.id, 'a');
  assert.equal(rows.byId.has('b'), false, 'a row that left is forgotten');
});

test('a row that is opened during the reading stays open', async () => {
  const rows = noRows<WorkflowNode>();
  const children = childrenFrom({ '': ['a', 'b'], b: ['b1'] });
  await childrenOf(rows, undefined, children);
  const before = new Set(rows.below.keys());
  const reading = readAgain(rows, children);
  await childrenOf(rows, row('b'), children);

  replaceRows(rows, before, await reading);
  assert.deepEqual(ids(rowsOnShow(rows)), ['a', 'b', 'b1']);
});

test('a tree that was never shown reads nothing', async () => {
  const fresh = await readAgain(noRows<WorkflowNode>(), () => Promise.reject(new Error('read')));
  assert.equal(fresh.below.size, 0);
});
