import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { shownTask, walkToTask, workflowsView } from './rows.ts';
import { conductorConnection, connect, plant, serverTask } from './scene.ts';

describe('the Workflows view', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('tree', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('leads by keys from the connection to a task, and completes it', async () => {
    const task = await plant('tree', mock.conductorUrl);
    await eventually('the task under the keyboard', async () => {
      await walkToTask();
      await vscode.commands.executeCommand('workflowTasks.task.open', workflowsView);
      return shownTask()?.includes(task.id);
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await walkToTask();

    await vscode.commands.executeCommand('workflowTasks.task.complete', workflowsView);

    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'COMPLETED');
    const entry = journalFiles().at(-1);
    assert.equal(entry?.ref.task, task.id);
    assert.equal(entry.outcome?.kind, 'confirmed');
  });
});
