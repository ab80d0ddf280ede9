import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { startMock } from './mock.ts';
import { openOrLeave, shownTask, walkToTask } from './rows.ts';
import { conductorConnection, connect, plant } from './scene.ts';
import type { WaitingTask } from './scene.ts';

describe('records that cannot be read', () => {
  let mock: TestMock;
  let task: WaitingTask;
  before(async () => {
    mock = await startMock();
    task = await plant('odd', mock.conductorUrl);
    await answerOddly(mock, task);
    await connect([conductorConnection('odd', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('stand beside the others in the tree, which can still be completed', async () => {
    const workflow = await workflowOf(mock, task);
    const row = { id: `connection:odd/${workflow}/${task.execution}/${task.id}` };
    await eventually('the row of the task that can be read', async () => {
      await walkToTask();
      await openOrLeave(row);
      return shownTask()?.includes(task.id);
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');

    await vscode.commands.executeCommand('workflowTasks.task.complete', row);

    assert.equal((await read(mock, `tasks/${task.id}`))['status'], 'COMPLETED');
  });

  it('are named in the document of their execution', async () => {
    const workflow = await workflowOf(mock, task);
    const id = `connection:odd/${workflow}/${task.execution}`;
    await vscode.commands.executeCommand('workflowTasks.execution.open', { id });

    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const { tasks, couldNotBeRead } = JSON.parse(text) as Readonly<Record<string, unknown[]>>;
    assert.equal(tasks?.length, 1);
    assert.deepEqual(couldNotBeRead, [
      { kind: 'task', id: 't-odd', position: 1, problem: 'referenceTaskName is null' },
    ]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

/** The server's list and its execution both hold a record that lacks what a row needs. */
async function answerOddly(mock: TestMock, task: WaitingTask): Promise<void> {
  const execution = await read(mock, `workflow/${task.execution}?includeTasks=true`);
  const search = await read(mock, 'workflow/search?size=10&start=0&query=&freeText=*');
  const oddTask = { taskId: 't-odd', referenceTaskName: null, status: 'COMPLETED' };
  const tasks = [{ ...oddTask, workflowInstanceId: task.execution }, ...listOf(execution['tasks'])];
  const results = [{ workflowId: 'w-odd', status: 'RUNNING' }, ...listOf(search['results'])];
  const answers = [
    [`/api/workflow/${task.execution}`, { ...execution, tasks }],
    ['/api/workflow/search', { totalHits: 2, results }],
  ] as const;
  await mock.setFaults(
    ...answers.map(([path, body]) => ({
      method: 'GET',
      path,
      count: 0,
      fault: { kind: 'status' as const, status: 200, body: JSON.stringify(body) },
    })),
  );
}

async function workflowOf(mock: TestMock, { id }: WaitingTask): Promise<string> {
  return String((await read(mock, `tasks/${id}`))['workflowType']);
}

async function read(mock: TestMock, path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(`${mock.conductorUrl}/${path}`);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value));
  return value;
}
