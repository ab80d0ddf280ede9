import assert from 'node:assert/strict';
import { openSideBar } from '../ui/harness/sideBar.ts';
import { statusItem } from '../ui/harness/statusBar.ts';
import { clickRowButton, expandRow, row, rowMatching } from '../ui/harness/tree.ts';
import { uiTest } from '../ui/harness/uiTest.ts';
import { createConductorClient, task } from '../support/conductorClient.ts';
import { until } from '../support/until.ts';

/** A running server; scripts/testReal.ts sets it. */
const url = process.env['WORKFLOW_TASKS_CONDUCTOR'] ?? '';
// Sorts first, so that its row is on screen on any server.
const name = `AAA_inside_vscode_${Date.now()}`;
const connection = {
  id: 'real',
  name: 'Real',
  engine: 'conductor',
  url,
  environment: 'development',
};

uiTest(
  'a task on a real server is completed from the tree, and the server says so too',
  async (workbench) => {
    const client = createConductorClient(`${url}/api`);
    await client.register(name, [task('HUMAN', 'approve_order')]);
    const execution = await client.start(name);

    await openSideBar(workbench);
    await expandRow(workbench, row(workbench, 'Workflows', name));
    await expandRow(workbench, rowMatching(workbench, 'Workflows', /RUNNING/));
    await clickRowButton(workbench, row(workbench, 'Workflows', 'approve_order'), 'Complete Task');
    await statusItem(workbench, /approve_order is COMPLETED \(confirmed\)/).waitFor();

    const status = await until('the end of the workflow', async () => {
      const answer = await fetch(`${url}/api/workflow/${execution}`);
      const workflow = (await answer.json()) as { readonly status: string };
      return workflow.status === 'RUNNING' ? undefined : workflow.status;
    });
    assert.equal(status, 'COMPLETED');
  },
  { settings: { 'workflowTasks.connections': [connection] } },
);
