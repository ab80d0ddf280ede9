import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { hasTab, openOutput, typeInto } from './documents.ts';
import { eventually } from './eventually.ts';
import { testSurface } from './extension.ts';
import { draftFiles, journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';
import type { WaitingTask } from './scene.ts';

describe('connections of the settings', () => {
  let mock: TestMock;
  let other: TestMock;
  before(async () => {
    mock = await startMock();
    other = await startMock();
  });
  beforeEach(() => connect([conductorConnection('settings', mock.conductorUrl)]));
  after(async () => {
    await connect([]);
    await mock.close();
    await other.close();
  });

  const draftOf = ({ id }: WaitingTask) => draftFiles().find(({ ref }) => ref.task === id);
  const statusOf = async (task: WaitingTask) => (await serverTask(mock.conductorUrl, task)).status;

  it('work where others beside them cannot be used', async () => {
    const good = conductorConnection('good', mock.conductorUrl);
    await connect([
      17,
      { ...good, id: 'no-engine', engine: 'nobody' },
      { ...good, id: 'no-url', url: 'not an address' },
      { ...good, id: 'secret', url: 'https://user:pass@example.invalid' },
      good,
    ]);
    const task = await plant('good', mock.conductorUrl);

    await vscode.commands.executeCommand('workflowTasks.task.complete', await waitingRow(task));

    assert.equal(await statusOf(task), 'COMPLETED');
  });

  it('can go while a document is open: nothing is sent or lost, and a sentence says why', async () => {
    const task = await plant('settings', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, '{ "kept": true }');
    await mock.clearRequests();
    await connect([]);

    // Not waited for: its message stays until somebody closes it.
    void vscode.commands.executeCommand('workflowTasks.draft.complete');
    const { logged } = await testSurface();
    await eventually('the sentence', () => logged.at(-1)?.includes('no longer set up'));
    await vscode.commands.executeCommand('notifications.clearAll');

    assert.deepEqual(await updateRequests(mock), []);
    assert.equal(draftOf(task)?.text, '{ "kept": true }');
    assert.equal(document.getText(), '{ "kept": true }');

    await connect([conductorConnection('settings', mock.conductorUrl)]);
    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);
    assert.equal(await statusOf(task), 'COMPLETED');
    assert.equal(journalFiles().at(-1)?.outcome?.kind, 'confirmed');
    await eventually('its tab to close', () => !hasTab(document));
  });

  it('can point elsewhere while a document is open: nothing is sent there, nothing is lost', async () => {
    const task = await plant('settings', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, '{ "kept": true }');
    await mock.clearRequests();
    await connect([conductorConnection('settings', other.conductorUrl)]);

    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);

    assert.deepEqual(await updateRequests(mock), []);
    assert.deepEqual(await updateRequests(other), []);
    const outcome = journalFiles().at(-1)?.outcome;
    assert.equal(outcome?.kind, 'notApplied');
    assert.equal(outcome.actual, 'no such task');
    assert.equal(draftOf(task)?.text, '{ "kept": true }');
    assert.equal(document.getText(), '{ "kept": true }');
  });
});
