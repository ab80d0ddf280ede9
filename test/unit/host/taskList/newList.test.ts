import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOfRows } from '../../../../src/host/taskList/newList.ts';
import type { WorkflowNode } from '../../../../src/host/trees/workflowNode.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

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
