import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openOutput, typeInto } from '../../host/documents.ts';
import { draftFiles, inFlightFiles, journalFiles } from '../../host/files.ts';
import { conductorConnection, connect, plant, serverTask } from '../../host/scene.ts';
import { waitingRow } from '../../host/rows.ts';

// More digits than a JavaScript number holds, and characters beyond 16 bits.
const amount = '12345678901234567890';
const note = 'žluťoučký kůň 🐎 𝒳';

/** The server, set by the runner. */
function serverUrl(): string {
  const url = process.env['WORKFLOW_TASKS_CONDUCTOR'];
  if (!url) throw new Error('WORKFLOW_TASKS_CONDUCTOR names no server');
  return url;
}

describe('a real server, from inside VS Code', () => {
  before(() => connect([conductorConnection('real', serverUrl())]));
  after(() => connect([]));

  it('completes a task from its row, and the journal holds the proof', async () => {
    const task = await plant('real', `${serverUrl()}/api`);

    await vscode.commands.executeCommand('workflowTasks.task.complete', await waitingRow(task));

    assert.equal((await serverTask(`${serverUrl()}/api`, task)).status, 'COMPLETED');
    const entry = journalFiles().at(-1);
    assert.equal(entry?.ref.task, task.id);
    assert.equal(entry?.outcome?.kind, 'confirmed');
    assert.equal(entry.before.status, 'IN_PROGRESS');
    assert.equal(entry.outcome.after.status, 'COMPLETED');
    assert.deepEqual(inFlightFiles(), []);
  });

  it('sends an output exactly as typed, digit for digit', async () => {
    const task = await plant('real', `${serverUrl()}/api`);
    const document = await openOutput(task);
    await typeInto(document, `{ "amount": ${amount}, "note": ${JSON.stringify(note)} }\n`);

    await vscode.commands.executeCommand('workflowTasks.draft.complete');

    const answer = await fetch(`${serverUrl()}/api/tasks/${task.id}`);
    const held = await answer.text();
    assert.ok(held.includes(amount), held);
    const { status, outputData } = await serverTask(`${serverUrl()}/api`, task);
    assert.equal(status, 'COMPLETED');
    assert.equal(outputData['note'], note);
    assert.equal(journalFiles().at(-1)?.outcome?.kind, 'confirmed');
    assert.deepEqual(draftFiles(), []);
  });

  it('says not applied where the task was over already', async () => {
    const task = await plant('real', `${serverUrl()}/api`);
    const row = await waitingRow(task);
    const { execution, name } = task;
    const answer = await fetch(`${serverUrl()}/api/tasks/${execution}/${name}/COMPLETED`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(answer.status, 200);

    await vscode.commands.executeCommand('workflowTasks.task.complete', row);

    const outcome = journalFiles().at(-1)?.outcome;
    assert.equal(outcome?.kind, 'notApplied');
    assert.equal(outcome.actual, 'COMPLETED already');
  });
});
