import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant } from './scene.ts';
import { staysTrue } from './staysTrue.ts';

// Far less than a person can set: the Waiting view is read again less often than that.
const refreshSeconds = 0.05;

describe('views that are hidden', () => {
  const settings = () => vscode.workspace.getConfiguration('workflowTasks');
  const refreshEvery = (seconds: number | undefined) =>
    settings().update('refreshSeconds', seconds, vscode.ConfigurationTarget.Global);
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await refreshEvery(refreshSeconds);
    await connect([conductorConnection('polite', mock.conductorUrl)]);
  });
  after(async () => {
    await refreshEvery(undefined);
    await connect([]);
    await mock.close();
  });

  it('request nothing, and go on when they are shown again', async () => {
    const task = await plant('polite', mock.conductorUrl);
    await waitingRow(task);
    const isAsked = async () => (await mock.requests()).length > 0;
    const twoRoundsMs = await timeOfTwoRounds(mock);

    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually('the last answer to be read', async () => {
      await mock.clearRequests();
      return staysTrue('silence', 500, async () => !(await isAsked())).then(
        () => true,
        () => false,
      );
    });
    await staysTrue('silence', twoRoundsMs, async () => !(await isAsked()));

    await vscode.commands.executeCommand('workflowTasks.waiting.focus');
    await eventually('requests of the view that is shown', isAsked);
    assert.equal(await isAsked(), true);
  });
});

/** How long the view that is shown takes to look for waiting tasks two more times. */
async function timeOfTwoRounds(mock: TestMock): Promise<number> {
  const rounds = (count: number) =>
    eventually(`${count} rounds`, async () => {
      const requests = await mock.requests();
      return requests.filter(({ path }) => path === '/api/workflow/search').length >= count;
    });
  await mock.clearRequests();
  await rounds(1);
  const start = Date.now();
  await rounds(3);
  return Date.now() - start;
}
