import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { draftFiles, inFlightFiles, journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';

describe('completing a task from its row', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('completing', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('sends one update, reads it back, and writes the proof into the journal', async () => {
    const task = await plant('completing', mock.conductorUrl);
    const row = await waitingRow(task);
    await mock.clearRequests();

    await vscode.commands.executeCommand('workflowTasks.task.complete', row);

    const shown = await serverTask(mock.conductorUrl, task);
    assert.equal(shown.status, 'COMPLETED');
    const [update, ...more] = await updateRequests(mock);
    assert.deepEqual(more, []);
    assert.equal(update?.path, `/api/tasks/${task.execution}/${task.name}/COMPLETED/sync`);
    const requests = await mock.requests();
    const sent = requests.findIndex(({ path }) => path === update?.path);
    const reads = requests.slice(sent + 1).map(({ method, path }) => `${method} ${path}`);
    assert.ok(reads.includes(`GET /api/tasks/${task.id}`), reads.join('\n'));

    const entry = journalFiles().at(-1);
    assert.deepEqual(entry?.ref.task, task.id);
    assert.equal(entry?.before.status, 'IN_PROGRESS');
    assert.equal(entry?.outcome?.kind, 'confirmed');
    assert.equal(entry.outcome.after.status, 'COMPLETED');
    // Only the server knows this, and only after the update.
    assert.equal(entry.outcome.after.updatedAt, shown.updateTime);
    assert.equal(entry?.tries.length, 1);
    assert.deepEqual(inFlightFiles(), []);
    assert.deepEqual(draftFiles(), []);
  });
});
