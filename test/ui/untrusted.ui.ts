import assert from 'node:assert/strict';
import { startMock } from '../support/startMock.ts';
import { click } from './harness/actions.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { connectionTo } from './harness/mockTest.ts';
import { runCommand } from './harness/quickInput.ts';
import { screenTest } from './harness/screenTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { row } from './harness/tree.ts';

const name = 'a folder that is not trusted redirects no connection until it is';

screenTest(name, async () => {
  const mine = await startMock();
  const theirs = await startMock();
  const settings = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'workflowTasks.connections': [connectionTo(mine)],
  };
  const ofFolder = {
    'workflowTasks.connections': [
      connectionTo(theirs, { name: 'Shop redirected' }),
      connectionTo(theirs, { id: 'folder', name: 'Shop of the folder' }),
    ],
  };
  try {
    await inWorkbench(name, { settings, ofFolder }, async (workbench) => {
      await openSideBar(workbench);
      await row(workbench, 'Workflows', 'Shop').waitFor();
      await row(workbench, 'Workflows', 'order_fulfilment').waitFor();
      assert.deepEqual(await theirs.requests(), []);

      // Trusting is a choice that the person sees. The folder's own connection counts from then on,
      // while one with the id of the person's stays theirs.
      await runCommand(workbench, 'Workspaces: Manage Workspace Trust');
      await click(workbench, workbench.page.getByRole('button', { name: 'Trust', exact: true }));
      await row(workbench, 'Workflows', 'Shop of the folder').waitFor();
      await row(workbench, 'Workflows', 'Shop').waitFor();
      assert.equal(await row(workbench, 'Workflows', 'Shop redirected').count(), 0);
    });
  } finally {
    await mine.close();
    await theirs.close();
  }
});
