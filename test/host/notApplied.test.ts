import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { TestMock } from '../support/startMock.ts';
import { journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant, updateRequests } from './scene.ts';
import type { WaitingTask } from './scene.ts';

describe('an update that is not applied', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('refusing', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  /** Completes a task from a row that shows it as waiting, though `meanwhile` happened. */
  async function completeAfter(meanwhile: (task: WaitingTask) => Promise<void>) {
    const task = await plant('refusing', mock.conductorUrl);
    const row = await waitingRow(task);
    await meanwhile(task);
    await mock.clearRequests();
    await vscode.commands.executeCommand('workflowTasks.task.complete', row);
    const entry = journalFiles().at(-1);
    assert.equal(entry?.ref.task, task.id);
    assert.ok(entry.outcome);
    return { outcome: entry.outcome, updates: await updateRequests(mock) };
  }

  const call = async (method: string, path: string, body?: string) => {
    const answer = await fetch(`${mock.conductorUrl}/${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  };
  const completeElsewhere = ({ execution, name }: WaitingTask) =>
    call('POST', `tasks/${execution}/${name}/COMPLETED`, '{}');
  const remove = ({ execution }: WaitingTask) =>
    call('DELETE', `workflow/${execution}/remove?archiveWorkflow=false`);
  /** The next look at the task, which the update begins with, shows it as it was. */
  const showStale = () =>
    mock.setFaults({
      method: 'GET',
      path: '^/api/tasks/[^/]+$',
      fault: { kind: 'stale', writes: 1 },
    });

  it('says that the task was over already, and sends nothing', async () => {
    const { outcome, updates } = await completeAfter(completeElsewhere);

    assert.deepEqual(updates, []);
    assert.equal(notApplied(outcome).expected, 'COMPLETED');
    assert.equal(notApplied(outcome).actual, 'COMPLETED already');
  });

  it('says that the engine knows no such task, and sends nothing', async () => {
    const { outcome, updates } = await completeAfter(remove);

    assert.deepEqual(updates, []);
    assert.equal(notApplied(outcome).actual, 'no such task');
  });

  it('takes no success from a server that says yes and does nothing', async () => {
    const { outcome, updates } = await completeAfter(() =>
      mock.setFaults({ method: 'POST', fault: { kind: 'status', status: 200, body: '{}' } }),
    );

    assert.equal(updates.length, 1);
    assert.equal(outcome.kind, 'pending', JSON.stringify(outcome));
    assert.equal(outcome.after?.status, 'IN_PROGRESS');
  });

  it('cannot tell whose update shows where a server refused it: the task was over', async () => {
    const { outcome, updates } = await completeAfter(async (task) => {
      await call('GET', `tasks/${task.id}`);
      await completeElsewhere(task);
      await showStale();
    });

    assert.equal(updates.length, 1);
    assert.equal(outcome.kind, 'unknown', JSON.stringify(outcome));
    assert.match(outcome.detail, /404.* The task shows the update all the same/);
  });

  it('takes no success from a server whose workflow was gone when the update came', async () => {
    const { outcome, updates } = await completeAfter(async (task) => {
      await call('GET', `tasks/${task.id}`);
      await remove(task);
      await showStale();
    });

    assert.equal(updates.length, 1);
    assert.equal(notApplied(outcome).actual, 'no such task');
    assert.ok(notApplied(outcome).reason);
  });
});

function notApplied(outcome: Outcome) {
  assert.equal(outcome.kind, 'notApplied', JSON.stringify(outcome));
  return outcome;
}
