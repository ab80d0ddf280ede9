import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PackageJson } from '../../scripts/manifest/packageJson.ts';
import { hiddenFor, offeredCommands, rowlessFor } from '../manifest/palette.ts';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { extension, testSurface } from './extension.ts';
import { startMock } from './mock.ts';
import { shownTask } from './rows.ts';
import { conductorConnection, connect, plant } from './scene.ts';
import { staysTrue } from './staysTrue.ts';

// Long enough for a command that asks nobody to be done.
const askingMs = 400;

const manifest = extension().packageJSON as PackageJson;
const ofRows = offeredCommands(manifest, ['view/item/context']).filter(
  (id) => rowlessFor[id] === undefined && hiddenFor[id] === undefined,
);

describe('commands of rows, called without a row', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    const second = conductorConnection('second', mock.conductorUrl);
    await connect([conductorConnection('palette', mock.conductorUrl), second]);
    // Two tasks to choose from, and no document in front that a command would take instead.
    await plant('palette', mock.conductorUrl);
    await plant('second', mock.conductorUrl);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  for (const id of ofRows) {
    it(`${id} asks, and leaving does nothing`, async () => {
      const { logged } = await testSurface();
      const before = logged.length;
      const requests = (await mock.requests()).filter(({ method }) => method !== 'GET').length;
      let isDone = false;

      const run = async () => {
        await vscode.commands.executeCommand(id);
        isDone = true;
      };
      const running = run();
      await staysTrue('that it asks', askingMs, async () => !isDone);

      await eventually(`${id} to be left`, async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        await vscode.commands.executeCommand('notifications.clearAll');
        return isDone;
      });
      await running;
      const failures = logged.slice(before).filter((line) => line.startsWith(id));
      assert.deepEqual(failures, []);
      const writes = (await mock.requests()).filter(({ method }) => method !== 'GET');
      assert.equal(writes.length, requests);
    });
  }

  it('lead to the task itself: connection, workflow, execution, task', async () => {
    await connect([conductorConnection('palette', mock.conductorUrl)]);
    const task = await plant('palette', mock.conductorUrl);
    const running = vscode.commands.executeCommand('workflowTasks.task.open');

    await eventually('the document of a task', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shownTask();
    });
    await running;

    assert.match(shownTask() ?? '', /"kind":"task".*"connection":"palette"/, task.name);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
