import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';

describe('an update whose answer is lost', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('lost', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('is confirmed by reading the task, and not sent again', async () => {
    const task = await plant('lost', mock.conductorUrl);
    const row = await waitingRow(task);
    await mock.clearRequests();
    await mock.setFaults({ method: 'POST', path: '/api/tasks/', fault: { kind: 'lostAnswer' } });

    await vscode.commands.executeCommand('workflowTasks.task.complete', row);

    assert.equal((await updateRequests(mock)).length, 1);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'COMPLETED');
    assert.equal(journalFiles().at(-1)?.outcome?.kind, 'confirmed');
  });

  it('is unknown where the server shows no trace of it, and not sent again', async () => {
    const task = await plant('lost', mock.conductorUrl);
    const row = await waitingRow(task);
    await mock.clearRequests();
    await mock.setFaults({ method: 'POST', path: '/api/tasks/', fault: { kind: 'reset' } });

    await vscode.commands.executeCommand('workflowTasks.task.complete', row);

    assert.equal((await updateRequests(mock)).length, 1);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
    const outcome = journalFiles().at(-1)?.outcome;
    assert.equal(outcome?.kind, 'unknown');
    assert.match(outcome.detail, /still shows IN_PROGRESS/);
  });
});
